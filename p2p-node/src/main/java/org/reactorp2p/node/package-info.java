/* SPDX-License-Identifier: Apache-2.0 */
/** Placeholder map of p2p-node, replaced as its rooms are built. */
@NullMarked
package org.reactorp2p.node;

import org.jspecify.annotations.NullMarked;
