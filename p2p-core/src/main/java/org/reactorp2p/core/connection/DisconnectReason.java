/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.wire.Flaw;

/**
 * Why a running connection ended. Every connection ends with exactly one, the first that was
 * recorded; none of them is ever sent to the peer, who only sees the socket close.
 *
 * <p>A reason carries its consequence, so that nobody downstream has to remember which ones are the
 * peer's fault. Names in brackets are those of the original.
 */
public sealed interface DisconnectReason {

  /** What the pool does about the peer afterwards. */
  enum Consequence {
    /** Nothing: ends like this are part of ordinary life. */
    NONE,
    /** The peer broke the protocol in a way that only it can have caused. */
    GREYLIST
  }

  /** One short sentence without any text that came from the peer. */
  String text();

  /** True when one side simply wanted to stop, and nothing went wrong. */
  default boolean isOrderly() {
    return false;
  }

  /** True when we ended it: then what still waits for the application is thrown away. */
  default boolean isOurs() {
    return false;
  }

  /** What follows for the peer; nothing, unless said otherwise. */
  default Consequence consequence() {
    return Consequence.NONE;
  }

  /** The application asked for it. [User] */
  record Requested(String why) implements DisconnectReason {
    @Override
    public boolean isOrderly() {
      return true;
    }

    @Override
    public boolean isOurs() {
      return true;
    }

    @Override
    public String text() {
      return "requested: " + why;
    }
  }

  /** Our network is stopping. [Pool_destroyed] */
  record NetworkStopped() implements DisconnectReason {
    @Override
    public boolean isOrderly() {
      return true;
    }

    @Override
    public boolean isOurs() {
      return true;
    }

    @Override
    public String text() {
      return "our network stops";
    }
  }

  /** Somebody banned its address. [IP_manually_banned] */
  record AddressBanned() implements DisconnectReason {
    @Override
    public boolean isOurs() {
      return true;
    }

    @Override
    public String text() {
      return "its address was banned";
    }
  }

  /** Somebody banned the peer. [Peer_id_manually_banned] */
  record PeerBanned() implements DisconnectReason {
    @Override
    public boolean isOurs() {
      return true;
    }

    @Override
    public String text() {
      return "the peer was banned";
    }
  }

  /** Somebody put the peer, or its address, on the greylist. */
  record Greylisted() implements DisconnectReason {
    @Override
    public boolean isOurs() {
      return true;
    }

    @Override
    public String text() {
      return "the peer was greylisted";
    }
  }

  /** We are in private mode, and somebody trusts the peer no more. */
  record NotTrusted() implements DisconnectReason {
    @Override
    public boolean isOurs() {
      return true;
    }

    @Override
    public String text() {
      return "we are in private mode and do not trust the peer any more";
    }
  }

  /** We had more connections than we want. [Maintenance_too_many] */
  record TooManyConnections() implements DisconnectReason {
    @Override
    public boolean isOrderly() {
      return true;
    }

    @Override
    public boolean isOurs() {
      return true;
    }

    @Override
    public String text() {
      return "we had more connections than we want";
    }
  }

  /** Somebody told us who is to be found at its point, and it is another. [Unexpected_peer_id] */
  record UnexpectedPeer() implements DisconnectReason {
    @Override
    public boolean isOurs() {
      return true;
    }

    @Override
    public String text() {
      return "another peer is expected at its point";
    }
  }

  /** We gave it away in exchange for another peer. [Peer_swapped] */
  record PeerSwapped() implements DisconnectReason {
    @Override
    public boolean isOurs() {
      return true;
    }

    @Override
    public String text() {
      return "given away in a swap";
    }
  }

  /** The peer said goodbye with a Disconnect message. */
  record PeerDisconnected() implements DisconnectReason {
    @Override
    public boolean isOrderly() {
      return true;
    }

    @Override
    public String text() {
      return "the peer sent Disconnect";
    }
  }

  /** The peer closed its side between two messages. [Connection_closed_by_peer] */
  record PeerClosed() implements DisconnectReason {
    @Override
    public boolean isOrderly() {
      return true;
    }

    @Override
    public String text() {
      return "the peer closed the connection";
    }
  }

  /**
   * The stream ended inside a frame or a message.
   *
   * @param missing what was being read
   */
  record Truncated(String missing) implements DisconnectReason {
    @Override
    public String text() {
      return "the stream ended inside a " + missing;
    }
  }

  /**
   * The network took the connection away. [Connection_lost]
   *
   * @param how reset, timed out, …
   */
  record ConnectionLost(String how) implements DisconnectReason {
    @Override
    public String text() {
      return "the connection was lost: " + how;
    }
  }

  /** A frame too short to hold a tag. Its length is not authenticated, so nobody is punished. */
  record FrameTooShort() implements DisconnectReason {
    @Override
    public String text() {
      return "a frame was too short for a tag";
    }
  }

  /**
   * A box did not open. Not punished: whoever sits on the path can flip a bit, and would so cut an
   * honest peer off.
   */
  record Undecipherable() implements DisconnectReason {
    @Override
    public String text() {
      return "a frame could not be deciphered";
    }
  }

  /**
   * The peer sent, under its own key, what no message looks like.
   *
   * @param flaw what kind of wrong
   * @param offset where in the message, in bytes from its start
   */
  record Malformed(Flaw flaw, int offset) implements DisconnectReason {
    @Override
    public String text() {
      return "malformed message: " + flaw + " at byte " + offset;
    }

    @Override
    public Consequence consequence() {
      return Consequence.GREYLIST;
    }
  }

  /** An unfinished message gained too few bytes for too long. */
  record AssemblyTimedOut() implements DisconnectReason {
    @Override
    public String text() {
      return "an unfinished message gained too little for too long";
    }
  }

  /** The peer did not read for too long while we had something to send. */
  record WriteStalled() implements DisconnectReason {
    @Override
    public String text() {
      return "the peer does not read";
    }
  }

  /**
   * A close that wanted to drain first could not finish in time.
   *
   * @param dropped messages that were still queued
   */
  record DrainTimedOut(int dropped) implements DisconnectReason {
    @Override
    public boolean isOurs() {
      return true;
    }

    @Override
    public String text() {
      return "drain timeout, " + dropped + " messages dropped";
    }
  }

  /** The subscriber of {@code receive()} threw. */
  record SubscriberFailed(String error) implements DisconnectReason {
    @Override
    public String text() {
      return "the subscriber failed with " + error;
    }
  }

  /** This direction has sealed or opened as many frames as one pair of keys may. */
  record NoncesExhausted() implements DisconnectReason {
    @Override
    public String text() {
      return "this connection has used up its nonces";
    }
  }

  /** A fault of our own. */
  record InternalError(String error) implements DisconnectReason {
    @Override
    public String text() {
      return "internal error: " + error;
    }
  }

  /** The reason that goes with a failure of the link. */
  static DisconnectReason ofLinkFailure(Throwable failure) {
    if (failure instanceof LinkException link) {
      return switch (link.kind()) {
        case RESET -> new ConnectionLost("reset");
        case TIMED_OUT -> new ConnectionLost("timed out");
        case UNREACHABLE -> new ConnectionLost("unreachable");
        case CLOSED -> new ConnectionLost("closed under our hands");
        default -> new ConnectionLost("failed");
      };
    }
    return new InternalError(failure.getClass().getSimpleName());
  }
}
