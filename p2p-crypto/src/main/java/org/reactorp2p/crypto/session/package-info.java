/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The secrets of one connection.
 *
 * <p>The two clear frames make a {@link org.reactorp2p.crypto.session.Transcript}, it and the key
 * agreement make {@link org.reactorp2p.crypto.session.SessionKeys}, and those hand out one {@link
 * org.reactorp2p.crypto.session.Sealer} and one {@link org.reactorp2p.crypto.session.Opener}, each
 * with nonces that stop rather than repeat.
 */
@NullMarked
package org.reactorp2p.crypto.session;

import org.jspecify.annotations.NullMarked;
