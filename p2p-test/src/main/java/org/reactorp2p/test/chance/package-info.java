/* SPDX-License-Identifier: Apache-2.0 */
/** Chance from a seed, alike on every JDK. */
@NullMarked
package org.reactorp2p.test.chance;

import org.jspecify.annotations.NullMarked;
