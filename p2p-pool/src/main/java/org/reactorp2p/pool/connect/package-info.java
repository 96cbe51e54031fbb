/* SPDX-License-Identifier: Apache-2.0 */
/**
 * From a socket to a place in the table, and back out.
 *
 * <p>{@link org.reactorp2p.pool.connect.WelcomeWorker} takes links that others open, {@link
 * org.reactorp2p.pool.connect.Dialer} opens links to others, and {@link
 * org.reactorp2p.pool.connect.Redialer} keeps at it. Both hand the link to the {@link
 * org.reactorp2p.pool.connect.Establisher}, the one place that moves the table; its {@code Doorman}
 * asks the admission policy. Connections that run stand in the {@link
 * org.reactorp2p.pool.connect.ConnectionRoll}; a {@code Witness} sees what the peers are like, and
 * the {@link org.reactorp2p.pool.connect.Scorekeeper} says what they are worth. Everything here is
 * decided on the one serial scheduler of the {@link org.reactorp2p.pool.connect.Office}; bytes
 * never come by.
 */
@NullMarked
package org.reactorp2p.pool.connect;

import org.jspecify.annotations.NullMarked;
