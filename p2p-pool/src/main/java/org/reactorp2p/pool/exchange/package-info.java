/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What becomes of the control messages of connected peers: {@link
 * org.reactorp2p.pool.exchange.ControlIntake} takes them and says so, so that none ever waits.
 */
@NullMarked
package org.reactorp2p.pool.exchange;

import org.jspecify.annotations.NullMarked;
