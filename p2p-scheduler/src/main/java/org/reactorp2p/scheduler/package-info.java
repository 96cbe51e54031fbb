/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Shares one budget of bytes fairly among many. {@code FairLedger} decides who goes next and {@code
 * Budget} when; both are pure, and time comes in with each question.
 */
@NullMarked
package org.reactorp2p.scheduler;

import org.jspecify.annotations.NullMarked;
