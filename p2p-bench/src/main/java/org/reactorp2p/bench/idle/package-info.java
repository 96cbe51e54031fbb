/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What an idle connection costs: {@link org.reactorp2p.bench.idle.Hub} is a whole network, a {@link
 * org.reactorp2p.bench.idle.Crowd} in another process dials it as often as it is told to, and
 * {@link org.reactorp2p.bench.idle.Vitals} of both are taken before, while and after.
 */
@NullMarked
package org.reactorp2p.bench.idle;

import org.jspecify.annotations.NullMarked;
