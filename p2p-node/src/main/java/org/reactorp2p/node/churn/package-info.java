/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code ./p2p swarm --churn}: real nodes in one JVM that leave and come back all the time, while
 * each keeps the number of its connections right. {@code Churn} runs the play with its {@code
 * Dweller}s, the {@code ChurnTable} shows how they stand, and {@code ChurnReport} says whether
 * everybody stayed in the band.
 */
@NullMarked
package org.reactorp2p.node.churn;

import org.jspecify.annotations.NullMarked;
