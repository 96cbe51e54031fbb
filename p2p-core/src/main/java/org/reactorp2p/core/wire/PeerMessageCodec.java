/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * Messages between connected peers: 4-byte length of tag and body, 2-byte tag, body.
 *
 * <pre>
 * 0001  Disconnect    empty
 * 0002  Bootstrap     empty
 * 0003  Advertise     points to the end of the message, at most 100
 * 0004  SwapRequest   point, peer id (16)
 * 0005  SwapAck       point, peer id (16)
 * 0010… Application   as the application's codec says
 * </pre>
 *
 * Immutable; any number of threads, if the application's codec allows.
 *
 * @param <M> the application's messages
 */
public final class PeerMessageCodec<M> {

  /** Length and tag. */
  public static final int HEADER_LENGTH = 6;

  static final int LENGTH_LENGTH = 4;

  static final int DISCONNECT = 0x0001;
  static final int BOOTSTRAP = 0x0002;
  static final int ADVERTISE = 0x0003;
  static final int SWAP_REQUEST = 0x0004;
  static final int SWAP_ACK = 0x0005;

  /**
   * Longest Advertise whose claim alone does not condemn it. No honest one is over 5,100 bytes, and
   * Octez judges by the points as they come; so do we, up to what fits a frame.
   */
  private static final int MAX_ADVERTISE_CLAIM = WireLimits.MAX_FRAME_PLAINTEXT;

  private static final int MAX_SWAP_BODY = WireLimits.MAX_POINT_LENGTH + PeerId.LENGTH;

  private final MessageCodec<M> application;
  private final WireLimits limits;

  public PeerMessageCodec(MessageCodec<M> application, WireLimits limits) {
    this.application = application;
    this.limits = limits;
  }

  /** The tag of the encoded message that begins at {@code offset}. */
  public static int tag(byte[] bytes, int offset) {
    int at = offset + LENGTH_LENGTH;
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }

  /** The limits both directions obey. */
  public WireLimits limits() {
    return limits;
  }

  /**
   * Appends a whole message, with its length.
   *
   * @throws UnencodableException if it is over a limit, or the application's codec fails
   */
  public void encode(PeerMessage<M> message, WireWriter out) {
    if (message instanceof PeerMessage.Application<M> app) {
      encodeApplication(app.message(), out);
      return;
    }
    int begun = out.beginDynamic();
    if (message instanceof PeerMessage.Advertise<M> advertise) {
      PointList.encode(advertise.points(), out.u16(ADVERTISE));
    } else if (message instanceof PeerMessage.SwapRequest<M> request) {
      encodeSwap(request.point(), request.peerId(), out.u16(SWAP_REQUEST));
    } else if (message instanceof PeerMessage.SwapAck<M> ack) {
      encodeSwap(ack.point(), ack.peerId(), out.u16(SWAP_ACK));
    } else {
      out.u16(message instanceof PeerMessage.Bootstrap<M> ? BOOTSTRAP : DISCONNECT);
    }
    out.endDynamic(begun);
  }

  private static void encodeSwap(Point point, PeerId peerId, WireWriter out) {
    PointCodec.INSTANCE.encode(point, out);
    out.bytes(peerId.toBytes());
  }

  /**
   * Appends a whole message of the application, with its length.
   *
   * @throws UnencodableException if it is over a limit, or the application's codec fails in any way
   */
  public void encodeApplication(M message, WireWriter out) {
    int start = out.length();
    int begun = out.beginDynamic();
    int tag;
    try {
      tag = application.tag(message);
      if (!ApplicationTag.isOne(tag) || !application.knows(tag)) {
        throw new UnencodableException("the codec gave a tag it does not know: " + tag);
      }
      application.encodeBody(message, out.u16(tag));
    } catch (UnencodableException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new UnencodableException("the application's encoder failed", e);
    }
    out.endDynamic(begun);
    requireLength(tag, out.length() - start);
  }

  private void requireLength(int tag, int length) {
    int max = Math.min(maxBodyLength(tag), limits.maxMessageLength() - HEADER_LENGTH);
    if (length - HEADER_LENGTH > max) {
      throw new UnencodableException(
          "a body of " + (length - HEADER_LENGTH) + " bytes is over its limit of " + max);
    }
  }

  /** Encodes once, for many receivers. */
  public EncodedMessage encode(PeerMessage<M> message) {
    var out = new WireWriter(limits.maxMessageLength());
    encode(message, out);
    return new EncodedMessage(out.toBytes());
  }

  /** Reads a whole message that takes up the whole array. */
  public PeerMessage<M> decode(byte[] message) {
    WireReader in = WireReader.of(message);
    int total = totalLength(in.i32());
    int tag = in.u16();
    requireTag(tag, total);
    in = in.slice(total - HEADER_LENGTH);
    if (message.length > total) {
      throw new MalformedException(Flaw.EXTRA_BYTES, total, "extra bytes");
    }
    return decodeBody(tag, in);
  }

  /** Checks the first four bytes of a message; returns its whole length, these four included. */
  int totalLength(int claimed) {
    if (claimed < 0) {
      throw new MalformedException(Flaw.INVALID_NUMBER, 0, "the length of a message is negative");
    }
    if (claimed > limits.maxMessageLength() - LENGTH_LENGTH) {
      throw new MalformedException(
          Flaw.SIZE_LIMIT, 0, "a message claims " + claimed + " bytes, over the limit");
    }
    if (claimed < HEADER_LENGTH - LENGTH_LENGTH) {
      throw new MalformedException(Flaw.NOT_ENOUGH_DATA, 0, "a message has no room for its tag");
    }
    return LENGTH_LENGTH + claimed;
  }

  /** Checks the next two bytes. */
  void requireTag(int tag, int totalLength) {
    if (!isControl(tag) && !(ApplicationTag.isOne(tag) && application.knows(tag))) {
      throw new MalformedException(Flaw.UNKNOWN_TAG, LENGTH_LENGTH, "unknown message tag " + tag);
    }
    int max = maxBodyLength(tag);
    int claimed = totalLength - HEADER_LENGTH;
    if (claimed > max) {
      Flaw flaw = max == 0 ? Flaw.EXTRA_BYTES : Flaw.SIZE_LIMIT;
      throw new MalformedException(
          flaw, 0, "a message with tag " + tag + " claims a body of " + claimed + " bytes");
    }
  }

  private int maxBodyLength(int tag) {
    return switch (tag) {
      case DISCONNECT, BOOTSTRAP -> 0;
      case ADVERTISE -> MAX_ADVERTISE_CLAIM;
      case SWAP_REQUEST, SWAP_ACK -> MAX_SWAP_BODY;
      default -> application.maxBodyLength(tag);
    };
  }

  static boolean isControl(int tag) {
    return tag >= DISCONNECT && tag <= SWAP_ACK;
  }

  /** Reads the body under a tag that {@link #requireTag} let pass; takes up all that is left. */
  PeerMessage<M> decodeBody(int tag, WireReader in) {
    PeerMessage<M> message =
        switch (tag) {
          case DISCONNECT -> new PeerMessage.Disconnect<>();
          case BOOTSTRAP -> new PeerMessage.Bootstrap<>();
          case ADVERTISE -> new PeerMessage.Advertise<>(PointList.decodeAll(in));
          case SWAP_REQUEST ->
              new PeerMessage.SwapRequest<>(PointCodec.INSTANCE.decode(in), peerId(in));
          case SWAP_ACK -> new PeerMessage.SwapAck<>(PointCodec.INSTANCE.decode(in), peerId(in));
          default -> new PeerMessage.Application<>(decodeApplication(tag, in));
        };
    in.expectEnd();
    return message;
  }

  private static PeerId peerId(WireReader in) {
    return PeerId.of(in.bytes(PeerId.LENGTH));
  }

  private M decodeApplication(int tag, WireReader in) {
    try {
      return application.decodeBody(tag, in);
    } catch (MalformedException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      throw new MalformedException(
          Flaw.INVALID_VALUE, in.offset(), "the application's decoder failed", e);
    }
  }
}
