/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A network of whole nodes in one thread, for tests: yours and ours. Begin with {@link
 * org.reactorp2p.test.SimulationPlan} and {@link org.reactorp2p.test.P2pSimulation}.
 *
 * <p>{@code World} has what the nodes have around them; {@code Stage} does what a scenario wants;
 * {@code Observer} writes down what the nodes tell; {@code Census} asks how they are.
 */
@NullMarked
package org.reactorp2p.test;

import org.jspecify.annotations.NullMarked;
