/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

/** What a round should do next, given how things stand. No clock, no pool, no Flux. */
sealed interface Plan {

  /**
   * Dial.
   *
   * @param atLeast until so many run
   * @param atMost never more
   * @param own and until so many of them are our own dials
   * @param urgency whether to go on until it has come about
   */
  record Dial(int atLeast, int atMost, int own, Urgency urgency) implements Plan {

    /** Whether no further dial is wanted. */
    boolean isMet(Turnout now) {
      return now.all() >= atMost || now.all() >= atLeast && now.own() >= own;
    }
  }

  /** Close so many. */
  record Drop(int count, Urgency urgency) implements Plan {}

  /** Do nothing. */
  record Rest() implements Plan {}

  /** How pressing it is. */
  enum Urgency {
    /** A threshold is crossed. */
    URGENT,
    /** Only a target is missed. */
    GENTLE
  }

  /**
   * Decides.
   *
   * @param own how many connections should be our own dials, whoever dials us
   */
  static Plan of(Turnout now, Bounds bounds, Steering steering, int own) {
    int all = now.all();
    return switch (bounds.level(all)) {
      case SHORT -> new Dial(bounds.minTarget(), bounds.maxTarget(), own, Urgency.URGENT);
      case CROWDED -> new Drop(all - bounds.maxTarget(), Urgency.URGENT);
      case LOW ->
          steering == Steering.TARGETS
              ? new Dial(bounds.minTarget(), bounds.maxTarget(), own, Urgency.GENTLE)
              : new Rest();
      case HIGH ->
          steering == Steering.TARGETS
              ? new Drop(all - bounds.maxTarget(), Urgency.GENTLE)
              : new Rest();
      case RIGHT -> moreOfOurOwn(now, bounds, own);
    };
  }

  /** Others fill our places: what they leave us is theirs to choose, what we dial is not. */
  private static Plan moreOfOurOwn(Turnout now, Bounds bounds, int own) {
    int missing = own - now.own();
    // Above the target for a moment; the next look closes as many of those that others opened.
    int atMost = Math.min(bounds.max(), Math.max(bounds.maxTarget(), now.all() + missing));
    return missing > 0 ? new Dial(bounds.minTarget(), atMost, own, Urgency.GENTLE) : new Rest();
  }
}
