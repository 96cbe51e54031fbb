/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Pure functions between values and bytes: what the wire says, and nothing of how it travels.
 *
 * <ul>
 *   <li>Bytes: {@link org.reactorp2p.core.wire.WireReader} and {@link
 *       org.reactorp2p.core.wire.WireWriter}, {@link org.reactorp2p.core.wire.Codec} between them.
 *       Whatever a peer sends wrongly ends in a {@link org.reactorp2p.core.wire.MalformedException}
 *       that names the offset; whatever we cannot encode in an {@link
 *       org.reactorp2p.core.wire.UnencodableException}.
 *   <li>Frames: {@link org.reactorp2p.core.wire.FrameCodec} lays out one, {@link
 *       org.reactorp2p.core.wire.FrameAssembler} finds them in what the socket delivers.
 *   <li>Handshake: {@link org.reactorp2p.core.wire.ConnectionMessage}, {@link
 *       org.reactorp2p.core.wire.MetadataCodec}, {@link org.reactorp2p.core.wire.Ack}.
 *   <li>Messages: {@link org.reactorp2p.core.wire.PeerMessage}, its {@link
 *       org.reactorp2p.core.wire.PeerMessageCodec} around the application's {@link
 *       org.reactorp2p.core.wire.MessageCodec}, {@link org.reactorp2p.core.wire.EncodedMessage} to
 *       encode once and send often, {@link org.reactorp2p.core.wire.MessageAssembler} to join what
 *       arrives.
 * </ul>
 *
 * <p>Every limit is in {@link org.reactorp2p.core.wire.WireLimits}. Nothing here allocates by a
 * length that a peer merely claims. No threads, no I/O. Imports {@code core.model} only.
 */
@NullMarked
package org.reactorp2p.core.wire;

import org.jspecify.annotations.NullMarked;
