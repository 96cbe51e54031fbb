/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

import java.time.Duration;

/**
 * Something that must not be.
 *
 * @param at since the beginning
 * @param sentence what, and of whom
 */
public record Failure(Duration at, String sentence) {}
