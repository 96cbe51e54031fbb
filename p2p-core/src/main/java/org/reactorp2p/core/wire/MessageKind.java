/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

/**
 * The kinds of messages between connected peers: five of this layer's own, and all those of the
 * application together. A closed set, fit for a metric's label.
 */
public enum MessageKind {
  DISCONNECT,
  BOOTSTRAP,
  ADVERTISE,
  SWAP_REQUEST,
  SWAP_ACK,
  APPLICATION;

  /** The kind of a message with this tag. */
  public static MessageKind ofTag(int tag) {
    return switch (tag) {
      case PeerMessageCodec.DISCONNECT -> DISCONNECT;
      case PeerMessageCodec.BOOTSTRAP -> BOOTSTRAP;
      case PeerMessageCodec.ADVERTISE -> ADVERTISE;
      case PeerMessageCodec.SWAP_REQUEST -> SWAP_REQUEST;
      case PeerMessageCodec.SWAP_ACK -> SWAP_ACK;
      default -> APPLICATION;
    };
  }

  /** The kind of this message. */
  public static MessageKind of(PeerMessage<?> message) {
    if (message instanceof PeerMessage.Application<?>) {
      return APPLICATION;
    }
    if (message instanceof PeerMessage.Bootstrap<?>) {
      return BOOTSTRAP;
    }
    if (message instanceof PeerMessage.Advertise<?>) {
      return ADVERTISE;
    }
    if (message instanceof PeerMessage.SwapRequest<?>) {
      return SWAP_REQUEST;
    }
    return message instanceof PeerMessage.SwapAck<?> ? SWAP_ACK : DISCONNECT;
  }
}
