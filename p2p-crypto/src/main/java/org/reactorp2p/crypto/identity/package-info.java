/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Who a peer is.
 *
 * <ul>
 *   <li>{@link org.reactorp2p.crypto.identity.SecretKey} and {@link
 *       org.reactorp2p.crypto.identity.PublicKey}: X25519; a shared secret of zero is refused with
 *       {@link org.reactorp2p.crypto.identity.WeakKeyException}
 *   <li>{@link org.reactorp2p.crypto.identity.PeerId}: the hash of the public key, and its text
 *   <li>{@link org.reactorp2p.crypto.identity.ProofOfWorkStamp}, {@link
 *       org.reactorp2p.crypto.identity.Difficulty}, {@link
 *       org.reactorp2p.crypto.identity.StampMiner}: the work that makes identities dear
 *   <li>{@link org.reactorp2p.crypto.identity.Identity}: a secret key and its stamp, what a node
 *       owns
 * </ul>
 */
@NullMarked
package org.reactorp2p.crypto.identity;

import org.jspecify.annotations.NullMarked;
