/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What one could use instead of us, and we ourselves, each behind one small interface: a {@link
 * org.reactorp2p.bench.contender.Contender} makes {@link org.reactorp2p.bench.contender.Line}s, on
 * which {@link org.reactorp2p.bench.contender.Parcel}s travel to an {@link
 * org.reactorp2p.bench.contender.Intake}. {@link org.reactorp2p.bench.contender.Stack} lists them.
 */
@NullMarked
package org.reactorp2p.bench.contender;

import org.jspecify.annotations.NullMarked;
