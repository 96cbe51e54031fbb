/* SPDX-License-Identifier: Apache-2.0 */
/**
 * NaCl's {@code crypto_box} as the wire has it: XSalsa20 and Poly1305 under a precomputed key, the
 * tag in front, in place on arrays of the caller.
 *
 * <p>Start with {@link Boxes}, which finds the implementations of this JVM and chooses one; a
 * {@link Box} makes a {@link BoxCipher} from a {@link BoxKey}, and the cipher seals and opens.
 */
@NullMarked
package org.reactorp2p.crypto.box;

import org.jspecify.annotations.NullMarked;
