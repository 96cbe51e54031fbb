/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How fair the fair share is: {@link org.reactorp2p.bench.fairness.FairnessCommand}, {@code ./p2p
 * bench fairness}. A {@code Trial} plays a {@code Crowd} of greedy streams with a {@code Contender}
 * in its arena and ends in an {@code Outcome}, of which {@code Settling} is a part; {@code
 * FairnessTable} and {@code Plot} show them.
 */
@NullMarked
package org.reactorp2p.bench.fairness;

import org.jspecify.annotations.NullMarked;
