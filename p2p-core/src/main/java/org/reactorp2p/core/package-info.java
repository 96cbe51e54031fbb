/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The ground floor: from a socket to an authenticated stream of typed messages.
 *
 * <p>Each room knows those above it in this list and none below:
 *
 * <ol>
 *   <li>{@code model}: the nouns, such as points, versions and who a peer is
 *   <li>{@code wire}: bytes and records, and nothing else
 *   <li>{@code transport}: links to others, over TCP or in memory; bytes and nothing else
 *   <li>{@code handshake}: from a link to a peer that is known
 *   <li>{@code connection}: from a peer that is known to streams of messages
 * </ol>
 */
@NullMarked
package org.reactorp2p.core;

import org.jspecify.annotations.NullMarked;
