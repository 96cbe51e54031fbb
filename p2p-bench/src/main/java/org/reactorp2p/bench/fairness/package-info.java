/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How fair the fair share is: {@link org.reactorp2p.bench.fairness.FairnessCommand}, {@code ./p2p
 * bench fairness}. A {@code Trial} plays a {@code Crowd} of greedy streams on virtual time and ends
 * in an {@code Outcome}; {@code Plot} draws one.
 */
@NullMarked
package org.reactorp2p.bench.fairness;

import org.jspecify.annotations.NullMarked;
