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
      case RIGHT ->
          steering == Steering.TARGETS ? within(now, bounds, own) : ours(now, bounds, own);
      default -> steering == Steering.TARGETS ? within(now, bounds, own) : new Rest();
    };
  }

  /**
   * Nothing is urgent. Who stands on a target leaves the band with the next connection that ends,
   * or begins; so near a target is too near already, and what is done about it leads further in.
   */
  private static Plan within(Turnout now, Bounds bounds, int own) {
    int all = now.all();
    if (all < bounds.minTarget() + bounds.lowerEase()) {
      int atLeast = bounds.minTarget() + 2 * bounds.lowerEase();
      return new Dial(atLeast, bounds.maxTarget(), own, Urgency.GENTLE);
    }
    if (all > bounds.maxTarget() - bounds.upperEase()) {
      return new Drop(all - bounds.maxTarget() + 2 * bounds.upperEase(), Urgency.GENTLE);
    }
    return ours(now, bounds, own);
  }

  /** Others fill our places: what they leave us is theirs to choose, what we dial is not. */
  private static Plan ours(Turnout now, Bounds bounds, int own) {
    int missing = own - now.own();
    // Above the target for a moment; the next look closes as many of those that others opened.
    int atMost = Math.min(bounds.max(), Math.max(bounds.maxTarget(), now.all() + missing));
    return missing > 0 ? new Dial(bounds.minTarget(), atMost, own, Urgency.GENTLE) : new Rest();
  }
}
