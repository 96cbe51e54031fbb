/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.model;

/**
 * What a peer says of itself under encryption, before it is admitted.
 *
 * @param content as it came; the application's codec has read it once and so can read it again
 * @param privateNode the peer's address must not be told to others, nor the peer asked for points
 */
public record RemoteMetadata(Opaque content, boolean privateNode) {}
