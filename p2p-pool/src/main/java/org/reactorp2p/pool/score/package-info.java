/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a peer is worth to us, and why.
 *
 * <p>A {@link org.reactorp2p.pool.score.PeerScore} makes a {@link org.reactorp2p.pool.score.Score},
 * which is a product of reasons, of a {@link org.reactorp2p.pool.score.Dossier}. Pure: who keeps
 * the dossiers and what is done by the score is somebody else's business.
 */
@NullMarked
package org.reactorp2p.pool.score;

import org.jspecify.annotations.NullMarked;
