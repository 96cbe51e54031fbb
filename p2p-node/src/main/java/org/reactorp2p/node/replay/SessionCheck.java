/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.SplittableRandom;

/** Everything that is done with one recorded session. */
final class SessionCheck {

  /** How often the bytes are cut anew, in each role. */
  private static final int RANDOM_CUTS = 3;

  private final long seed;

  SessionCheck(long seed) {
    this.seed = seed;
  }

  /**
   * Checks all fields, then plays both roles.
   *
   * @return what was checked, in words
   * @throws Difference at the first difference
   */
  String check(Field root) {
    Session session = SessionReader.read(root);
    try {
      String initiator = play(session, Role.INITIATOR);
      String responder = play(session, Role.RESPONDER);
      return summary(session) + "; initiator: " + initiator + "; responder: " + responder;
    } finally {
      session.initiator().identity().close();
      session.responder().identity().close();
    }
  }

  private String play(Session session, Role role) {
    String end = new Player(session, role, Cuts.RECORDED).play();
    var random = new SplittableRandom(seed);
    for (int i = 0; i < RANDOM_CUTS; i++) {
      try {
        new Player(session, role, Cuts.random(random)).play();
      } catch (Difference e) {
        throw new Difference("cut at random, seed " + seed, String.valueOf(e.getMessage()));
      }
    }
    return end;
  }

  private static String summary(Session session) {
    Way first = session.fromInitiator();
    Way second = session.fromResponder();
    return "%d + %d bytes, %d + %d frames, %d + %d messages, %d segments"
        .formatted(
            first.raw().length,
            second.raw().length,
            first.chunks().size(),
            second.chunks().size(),
            first.messages().size(),
            second.messages().size(),
            session.segments().size());
  }
}
