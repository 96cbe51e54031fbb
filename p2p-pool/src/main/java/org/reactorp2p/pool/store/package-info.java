/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the network keeps on disk, in Octez's formats. {@link IdentityFile} is the node's own
 * identity. Every store is given its {@code Path} by whoever starts the network, and every file is
 * read as if a stranger had written it: bounded in size and depth, checked before it is believed.
 */
@NullMarked
package org.reactorp2p.pool.store;

import org.jspecify.annotations.NullMarked;
