/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.discovery;

import java.util.OptionalInt;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * Who calls.
 *
 * @param self our own id, by which we know our own calls when they come back
 * @param port where others are to dial us; without it we only listen
 */
public record BeaconVoice(PeerId self, OptionalInt port) {}
