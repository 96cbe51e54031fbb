/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import org.reactorp2p.crypto.identity.PeerId;

/**
 * How things stand between us and a point or a peer right now: what the {@link PassageTable} has of
 * it, in the original's words. A peer is never Requested.
 */
public sealed interface ContactState {

  /** The same without particulars, to ask for. */
  enum Phase {
    REQUESTED,
    ACCEPTED,
    RUNNING,
    DISCONNECTED
  }

  /** Which one it is. */
  Phase phase();

  /** We dial, or shake hands with nobody knows whom. */
  record Requested() implements ContactState {
    @Override
    public Phase phase() {
      return Phase.REQUESTED;
    }
  }

  /** We want this peer, and wait for its answer. */
  record Accepted(PeerId peer) implements ContactState {
    @Override
    public Phase phase() {
      return Phase.ACCEPTED;
    }
  }

  /** There is a connection with this peer. */
  record Running(PeerId peer) implements ContactState {
    @Override
    public Phase phase() {
      return Phase.RUNNING;
    }
  }

  /** Nothing goes on. */
  record Disconnected() implements ContactState {
    @Override
    public Phase phase() {
      return Phase.DISCONNECTED;
    }
  }

  /** What a passage means for the point or the peer that it holds. */
  static ContactState of(Passage holder) {
    Stage stage = holder.stage();
    if (stage instanceof Stage.Running running) {
      return new Running(running.peer());
    }
    if (stage instanceof Stage.Accepted accepted) {
      return new Accepted(accepted.peer());
    }
    return stage instanceof Stage.Over ? new Disconnected() : new Requested();
  }
}
