/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Upstairs: whom to know, admit, keep and drop; and the door by which applications come in.
 *
 * <p>Start with {@link org.reactorp2p.pool.P2pNetwork}; its {@link
 * org.reactorp2p.pool.P2pNetworkBuilder} holds a {@link org.reactorp2p.pool.NetworkConfig}, how it
 * behaves, and an {@link org.reactorp2p.pool.Environment}, what it finds around itself. This is the
 * only package in which everything is wired. Below it, in this order, each seeing only those before
 * it: {@code acl} lists whom to keep out and whom to trust, {@code event} tells what happened,
 * {@code peer} is the table, {@code score} values peers, {@code store} keeps files, {@code
 * admission} judges, {@code connect} acts, {@code exchange} takes control messages and tells
 * points, {@code maintenance} keeps the number of connections right, {@code swap} mixes the
 * network, {@code discovery} finds neighbours, {@code stat} and {@code metrics} say how things
 * stand.
 */
@NullMarked
package org.reactorp2p.pool;

import org.jspecify.annotations.NullMarked;
