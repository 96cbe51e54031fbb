/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Questions and answers. Two {@link org.reactorp2p.bench.conversation.Partner}s in processes of
 * their own, a {@link org.reactorp2p.bench.conversation.Pair} to whoever measures, hold
 * conversations, an {@link org.reactorp2p.bench.conversation.Echo} at each end. {@link
 * org.reactorp2p.bench.conversation.LatencyCommand} asks on one line at a {@link
 * org.reactorp2p.bench.conversation.Pace}; {@link org.reactorp2p.bench.conversation.ScaleCommand}
 * asks on very many at once.
 */
@NullMarked
package org.reactorp2p.bench.conversation;

import org.jspecify.annotations.NullMarked;
