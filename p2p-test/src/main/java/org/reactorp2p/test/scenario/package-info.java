/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What is done to the world, as data: a {@link org.reactorp2p.test.scenario.Scenario} is a list of
 * {@link org.reactorp2p.test.scenario.Action}s with their times, written by hand or read by {@link
 * org.reactorp2p.test.scenario.ScenarioReader}.
 */
@NullMarked
package org.reactorp2p.test.scenario;

import org.jspecify.annotations.NullMarked;
