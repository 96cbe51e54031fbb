/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the network keeps on disk, in one {@link DataDirectory} per node. {@link IdentityFile} is
 * the node's own identity, in Octez's format; {@link PeerBook} has whom it knows, trusts and keeps
 * out. Every store is given its {@code Path} by whoever starts the network, and every file is read
 * as if a stranger had written it: bounded in size and depth, checked before it is believed.
 */
@NullMarked
package org.reactorp2p.pool.store;

import org.jspecify.annotations.NullMarked;
