/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Time that moves when it is told to. {@link org.reactorp2p.test.time.VirtualTime} is that of the
 * world; {@link org.reactorp2p.test.time.NodeTime} is that of one node, which may be frozen, have a
 * wrong wall clock, and end.
 */
@NullMarked
package org.reactorp2p.test.time;

import org.jspecify.annotations.NullMarked;
