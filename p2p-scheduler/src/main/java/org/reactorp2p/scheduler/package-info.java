/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Shares one budget of bytes fairly among many streams. Start with {@link
 * org.reactorp2p.scheduler.BandwidthScheduler}, open a {@link org.reactorp2p.scheduler.Share} for
 * each party, and put its {@code limit} into the stream.
 *
 * <p>From the inside out:
 *
 * <table>
 *   <caption>Who does what</caption>
 *   <tr><td>{@code FairLedger}</td><td>decides who goes next; pure. Its words: {@code Account},
 *       {@code Claim}, {@code ClaimQueue}, {@code Line}, {@code Seats}, {@code Floor}, {@code Favour}</td></tr>
 *   <tr><td>{@code Budget}</td><td>decides when; pure. Its words: {@code ByteRate}, {@code
 *       Window}</td></tr>
 *   <tr><td>{@code Teller}</td><td>both under the one lock, from which nothing is called</td></tr>
 *   <tr><td>{@code BandwidthScheduler}</td><td>the loop that tells those who may go, and its {@code
 *       Alarm}</td></tr>
 *   <tr><td>{@code Turnstile}</td><td>the operator: one item, one {@code Phase}</td></tr>
 *   <tr><td>{@code FlowStat}</td><td>what was seen, by {@code MovingAverage} and {@code
 *       WaitClock}</td></tr>
 * </table>
 */
@NullMarked
package org.reactorp2p.scheduler;

import org.jspecify.annotations.NullMarked;
