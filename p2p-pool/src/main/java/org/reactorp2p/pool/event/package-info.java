/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What happened, told to whoever listens.
 *
 * <p>{@link org.reactorp2p.pool.event.P2pEvent} is the list of all that can happen, in the past
 * tense; {@link org.reactorp2p.pool.event.EventHub} tells it, a snapshot first and then the news.
 * Events inform and never decide: nothing in this module subscribes to them.
 */
@NullMarked
package org.reactorp2p.pool.event;

import org.jspecify.annotations.NullMarked;
