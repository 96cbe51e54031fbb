/* SPDX-License-Identifier: Apache-2.0 */
/** {@code ./p2p peers}: takes peers from an Octez node into a peer book, and gives them back. */
@NullMarked
package org.reactorp2p.node.peers;

import org.jspecify.annotations.NullMarked;
