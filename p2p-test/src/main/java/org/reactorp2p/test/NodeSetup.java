/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.NoMetadata;
import org.reactorp2p.pool.P2pNetworkBuilder;

/**
 * How a node of a simulation differs from the defaults of the library: called at each of its
 * starts, with a builder that has its identity, its address, its peer book and its surroundings.
 *
 * @param <M> the application's messages
 */
@FunctionalInterface
public interface NodeSetup<M> {

  /** The node as it shall be; must not listen elsewhere. */
  P2pNetworkBuilder<M, ?, ?> of(P2pNetworkBuilder<M, NoMetadata, ConnectionMetadata> usual);
}
