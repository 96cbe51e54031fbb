/* SPDX-License-Identifier: Apache-2.0 */
/**
 * BLAKE2b (RFC 7693) without key. {@link org.reactorp2p.crypto.hash.Blake2b} hashes anything; it
 * knows nothing of peers. The many-at-once variant for mining lives beside its only user, in {@code
 * crypto.identity}.
 */
@NullMarked
package org.reactorp2p.crypto.hash;

import org.jspecify.annotations.NullMarked;
