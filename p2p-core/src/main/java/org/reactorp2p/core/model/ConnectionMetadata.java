/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.model;

/**
 * What a peer says of itself under encryption, before it is admitted.
 *
 * @param disableMempool the peer does not want pending operations
 * @param privateNode the peer's address must not be told to others, nor the peer asked for points
 */
public record ConnectionMetadata(boolean disableMempool, boolean privateNode) {}
