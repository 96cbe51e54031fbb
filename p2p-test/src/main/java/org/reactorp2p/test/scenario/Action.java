/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.scenario;

import java.time.Duration;
import java.util.Locale;

/**
 * Something that is done to the world. Each prints itself as it is written in the file of a
 * scenario.
 */
public sealed interface Action {

  /**
   * Nodes start, with what their peer books hold from an earlier life; those that run are left
   * alone.
   *
   * @param over how long it takes until all have, each at a moment drawn by lot
   */
  record Start(Nodes nodes, Duration over) implements Action {
    @Override
    public String toString() {
      return "start " + nodes + (over.isZero() ? "" : " over " + Words.text(over));
    }
  }

  /** Nodes stop as one does on purpose: they say good-bye and save their peer books. */
  record Stop(Nodes nodes) implements Action {
    @Override
    public String toString() {
      return "stop " + nodes;
    }
  }

  /** Nodes are gone from one moment to the next, and save nothing. */
  record Kill(Nodes nodes) implements Action {
    @Override
    public String toString() {
      return "kill " + nodes;
    }
  }

  /**
   * Nothing arrives between these and those any more. Links over the cut notice after 45 seconds,
   * as a socket does whose segments are not acknowledged; packets wait that long for a heal.
   */
  record Cut(Nodes these, Nodes those) implements Action {
    @Override
    public String toString() {
      return "cut " + these + " from " + those;
    }
  }

  /** All cuts are mended. */
  record Heal() implements Action {
    @Override
    public String toString() {
      return "heal";
    }
  }

  /** How long a packet takes one way: for each two nodes the same time, drawn from this range. */
  record Latency(Duration least, Duration most) implements Action {

    /** Refuses a range that is none. */
    public Latency {
      if (least.compareTo(most) > 0) {
        throw new IllegalArgumentException(
            "a latency from %s to %s is none".formatted(Words.text(least), Words.text(most)));
      }
    }

    @Override
    public String toString() {
      return "latency " + Words.text(least) + " to " + Words.text(most);
    }
  }

  /** Each link that one of the nodes has is reset with this chance. */
  record Lose(int percent, Nodes nodes) implements Action {
    @Override
    public String toString() {
      return "lose " + percent + "% of " + nodes;
    }
  }

  /** Each packet to one of the nodes takes it so long, one after the other; 0s ends it. */
  record Slow(Nodes nodes, Duration perPacket) implements Action {
    @Override
    public String toString() {
      return "slow " + nodes + " by " + Words.text(perPacket);
    }
  }

  /** The processes stand still, as if the machine were suspended or collected garbage. */
  record Freeze(Nodes nodes) implements Action {
    @Override
    public String toString() {
      return "freeze " + nodes;
    }
  }

  /** Processes go on. */
  record Thaw(Nodes nodes) implements Action {
    @Override
    public String toString() {
      return "thaw " + nodes;
    }
  }

  /** Wall clocks are set forth, or back; a node that runs must not care, one that starts may. */
  record Clock(Nodes nodes, Duration by) implements Action {
    @Override
    public String toString() {
      return "clock " + nodes + " by " + (by.isNegative() ? "" : "+") + Words.text(by);
    }
  }

  /** Somebody who means ill takes the places of these nodes, which are killed first. */
  record Hostile(Nodes nodes, Malice malice) implements Action {
    @Override
    public String toString() {
      return "hostile " + nodes + " " + malice.name().toLowerCase(Locale.ROOT);
    }
  }

  /** At this moment all running nodes of these must be so; if not, the simulation has failed. */
  record Expect(Nodes nodes, Condition condition) implements Action {
    @Override
    public String toString() {
      return "expect " + nodes + " " + condition.name().toLowerCase(Locale.ROOT);
    }
  }
}
