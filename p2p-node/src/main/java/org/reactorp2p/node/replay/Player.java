/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Plays one role of a session: lets our implementation hear the other side's bytes in the recorded
 * order, and compares what it says and what it understands, byte for byte and message for message.
 */
final class Player {
  private final Session session;
  private final Role role;
  private final Cuts cuts;
  private final Way ours;
  private final Way theirs;
  private final Peer peer;

  /** How many of our messages were sent. */
  private int sent;

  /** How many of their bytes we got before we were told to close. */
  private int given;

  private boolean toldToClose;

  Player(Session session, Role role, Cuts cuts) {
    this.session = session;
    this.role = role;
    this.cuts = cuts;
    this.ours = session.way(role);
    this.theirs = session.way(role.other());
    this.peer = new Peer(session.side(role), ours);
  }

  /** Plays it to the end; returns how our side ended, in words. */
  String play() {
    peer.begin();
    List<Segment> waiting = new ArrayList<>();
    for (Segment segment : session.segments()) {
      if (segment.sender() != role && !segment.isEnd()) {
        waiting.add(segment);
        continue;
      }
      give(waiting);
      waiting.clear();
      if (segment.sender() == role) {
        say(segment);
      } else {
        sayUpTo(ours.raw().length);
        peer.hearEnd();
      }
    }
    give(waiting);
    finish();
    return peer.outcome();
  }

  /** Their bytes, as they came together, cut anew. */
  private void give(List<Segment> segments) {
    if (segments.isEmpty()) {
      return;
    }
    if (cuts == Cuts.RECORDED) {
      segments.forEach(segment -> give(segment.from(), segment.to()));
    } else {
      give(segments.get(0).from(), segments.get(segments.size() - 1).to());
    }
  }

  /** What ends the connection ends it for what we said before we knew, too: that is said first. */
  private void give(int from, int to) {
    int last = theirs.lastWord();
    if (to <= last) {
      hear(from, to);
      return;
    }
    int split = Math.max(from, last);
    hear(from, split);
    sayUpTo(ours.raw().length);
    hear(split, to);
  }

  private void hear(int from, int to) {
    for (byte[] piece : cuts.cut(Arrays.copyOfRange(theirs.raw(), from, to))) {
      peer.hear(piece);
    }
    if (!toldToClose && peer.isOpen()) {
      given = to;
    }
  }

  /** By now our side has said this much, or was told by its application to close. */
  private void say(Segment segment) {
    if (segment.isEnd()) {
      toldToClose = true;
      peer.close();
      return;
    }
    sayUpTo(segment.to());
    compare(Math.min(segment.to(), ours.sayable()));
  }

  /** Sends the messages that begin before this offset. */
  private void sayUpTo(int offset) {
    while (sent < ours.messages().size() && ours.messages().get(sent).begin() < offset) {
      Message next = ours.messages().get(sent++);
      peer.say(next.value(), where(next.begin()));
    }
  }

  /** What we said must be what was recorded, and at least up to here. */
  private void compare(int atLeast) {
    Proofreader said = peer.said();
    said.slip().ifPresent(slip -> differ(slip.offset(), slip.ours()));
    if (said.length() < atLeast) {
      differ(said.length(), "nothing more");
    }
  }

  private void differ(int offset, String said) {
    throw new Difference(
        where(offset),
        "recorded %s, ours %s (%s)".formatted(Hex.some(ours.raw(), offset), said, peer.outcome()));
  }

  private void finish() {
    compare(ours.sayable());
    if (!peer.isConnected()) {
      peer.hearEnd(); // a farewell waits for it
    }
    var verdict = new Verdict(role, ours, theirs);
    verdict.requireHandshake(peer);
    verdict.requireMessages(peer, given);
  }

  private String where(int offset) {
    return "as " + role.label() + ", " + ours.at(offset);
  }
}
