/* SPDX-License-Identifier: Apache-2.0 */
/**
 * From a fresh link to an authenticated peer.
 *
 * <p>Start with {@link org.reactorp2p.core.handshake.Authenticator}: it plays a {@code
 * Conversation} (pure: a frame in, the next state and a frame out) over a link, under one total
 * timeout, and asks an {@link org.reactorp2p.core.handshake.Admission} whether the peer that proved
 * who it is may stay. {@link org.reactorp2p.core.handshake.VersionChoice} finds the versions both
 * sides speak. What comes out is an {@link org.reactorp2p.core.handshake.Authenticated}, or a
 * {@link org.reactorp2p.core.handshake.HandshakeException} with exactly one {@link
 * org.reactorp2p.core.handshake.Fault}, which says what to do about it.
 *
 * <p>The order of the checks is fixed, the cheap ones first: length, decoding, proof of work,
 * barred id, curve arithmetic, tag, metadata, ourselves, expected id, versions, admission, answer.
 */
@NullMarked
package org.reactorp2p.core.handshake;

import org.jspecify.annotations.NullMarked;
