/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.RawMessage;

/**
 * One message of the running connection.
 *
 * @param value as we decode it
 * @param begin where its first frame begins in the direction's bytes
 * @param end the index behind its last frame
 */
record Message(PeerMessage<RawMessage> value, int begin, int end) {}
