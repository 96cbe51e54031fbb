/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import java.net.BindException;
import java.net.NoRouteToHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.LinkException.Kind;

/**
 * Sorts what the machine says into kinds. Epoll and NIO wrap the same few errors of the kernel in
 * different classes, so the kernel's text decides, after the classes that are clear.
 */
final class TcpFailures {

  private TcpFailures() {}

  /** Why a dial failed. */
  static LinkException dialling(Point to, Throwable cause) {
    Kind kind = kind(cause);
    String what =
        switch (kind) {
          case REFUSED -> "nobody listens on " + to;
          case UNREACHABLE -> "no way leads to " + to;
          case TIMED_OUT -> to + " does not answer";
          case NO_SUCH_ADDRESS, PORT_TAKEN, EXHAUSTED ->
              "this machine has no descriptors or ports left to dial " + to;
          default -> "cannot dial " + to;
        };
    boolean noneLeft = kind == Kind.NO_SUCH_ADDRESS || kind == Kind.PORT_TAKEN;
    return new LinkException(noneLeft ? Kind.EXHAUSTED : kind, what, cause);
  }

  /** Why a port could not be opened, in a sentence for the person who chose it. */
  static LinkException listening(Point on, Throwable cause) {
    Kind kind = kind(cause);
    String why =
        switch (kind) {
          case PORT_TAKEN -> "the port is taken; stop what uses it or choose another";
          case NO_SUCH_ADDRESS, UNREACHABLE ->
              "this machine has no such address; choose one it has, or 0.0.0.0 for all";
          case EXHAUSTED -> "no descriptors are left; raise the limit of open files";
          default ->
              says(cause, "permission denied")
                  ? "the machine forbids it; choose a port above 1023"
                  : "the machine refuses";
        };
    Kind told = kind == Kind.UNREACHABLE ? Kind.NO_SUCH_ADDRESS : kind;
    return new LinkException(told, "cannot listen on " + on + ": " + why, cause);
  }

  /** How a link was lost. */
  static LinkException losing(Point remote, Throwable cause) {
    if (cause instanceof LinkException known) {
      return known;
    }
    Kind kind = kind(cause);
    return kind == Kind.TIMED_OUT
        ? new LinkException(kind, remote + " does not answer any more", cause)
        : new LinkException(kind, "the link to " + remote + " was lost", cause);
  }

  private static Kind kind(Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      Kind kind = kindOfClass(t);
      if (kind == null) {
        kind = kindOfText(text(t));
      }
      if (kind != null) {
        return kind;
      }
    }
    return Kind.OTHER;
  }

  private static @Nullable Kind kindOfClass(Throwable t) {
    if (t instanceof NoRouteToHostException || t instanceof UnsupportedAddressTypeException) {
      return Kind.UNREACHABLE;
    }
    if (t instanceof ClosedChannelException) {
      return Kind.RESET;
    }
    return t instanceof BindException && text(t).contains("in use") ? Kind.PORT_TAKEN : null;
  }

  private static @Nullable Kind kindOfText(String text) {
    if (holds(text, "connection refused")) {
      return Kind.REFUSED;
    }
    if (holds(text, "connection reset", "broken pipe", "connection abort", "not connected")) {
      return Kind.RESET;
    }
    if (holds(text, "timed out", "timeout")) {
      return Kind.TIMED_OUT;
    }
    if (holds(text, "unreachable", "no route", "is down", "not permitted", "family")) {
      return Kind.UNREACHABLE;
    }
    if (holds(text, "already in use")) {
      return Kind.PORT_TAKEN;
    }
    if (holds(text, "cannot assign", "can't assign")) {
      return Kind.NO_SUCH_ADDRESS;
    }
    return holds(text, "too many open files", "no buffer space", "cannot allocate")
        ? Kind.EXHAUSTED
        : null;
  }

  private static boolean says(Throwable cause, String words) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (text(t).contains(words)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(String text, String... any) {
    for (String words : any) {
      if (text.contains(words)) {
        return true;
      }
    }
    return false;
  }

  private static String text(Throwable t) {
    String message = t.getMessage();
    return message == null ? "" : message.toLowerCase(Locale.ROOT);
  }
}
