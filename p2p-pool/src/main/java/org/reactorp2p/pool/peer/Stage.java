/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import org.reactorp2p.crypto.identity.PeerId;

/**
 * How far a {@link Passage} has come. A legal move is a method; the rest throws.
 *
 * <pre>
 *   Requested ──linked──▶ Greeting ──accept──▶ Accepted ──run──▶ Running
 *       │                    │                    │                 │
 *       └────────────────────┴───────end──────────┴─────────────────┴──▶ Over
 * </pre>
 *
 * An outgoing passage begins as Requested, an incoming one as Greeting. Once over, always over.
 */
public sealed interface Stage {

  /** We dial; there is no link yet. */
  record Requested() implements Stage {
    @Override
    public Stage linked() {
      return new Greeting();
    }
  }

  /** There is a link, and nobody knows yet who is at its other end. */
  record Greeting() implements Stage {
    @Override
    public Stage accept(PeerId peer) {
      return new Accepted(peer);
    }
  }

  /** We want this peer, said so, and wait for its answer. */
  record Accepted(PeerId peer) implements Stage {
    @Override
    public Stage run() {
      return new Running(peer);
    }
  }

  /** Both want each other: there is a connection. */
  record Running(PeerId peer) implements Stage {}

  /** There is nothing any more. */
  record Over() implements Stage {}

  /** The link came about. */
  default Stage linked() {
    throw illegal("linked");
  }

  /** The peer proved who it is, and we take it. */
  default Stage accept(PeerId peer) {
    throw illegal("accept");
  }

  /** The peer takes us too. */
  default Stage run() {
    throw illegal("run");
  }

  private IllegalStateException illegal(String move) {
    return new IllegalStateException("no " + move + " from " + this);
  }
}
