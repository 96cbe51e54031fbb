/* SPDX-License-Identifier: Apache-2.0 */
/**
 * libsodium, where it is installed and the JDK can call it: the native code that our own is
 * measured against. Tests and figures only; the house itself needs no native code.
 */
@NullMarked
package org.reactorp2p.bench.sodium;

import org.jspecify.annotations.NullMarked;
