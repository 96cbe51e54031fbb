/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.report;

import java.util.List;
import java.util.Locale;
import org.reactorp2p.bench.report.Svg.Anchor;
import org.reactorp2p.bench.report.Svg.At;

/** Lying bars, in groups; within a group the longest fills the width, so that ratios are seen. */
public final class BarChart {

  /**
   * A bar.
   *
   * @param label what it is about
   * @param value its length, not negative
   * @param words the value as people read it
   * @param ours whether it is to stand out
   */
  public record Bar(String label, double value, String words, boolean ours) {}

  /** Bars that are compared with each other. */
  public record Group(String title, List<Bar> bars) {

    public Group {
      bars = List.copyOf(bars);
    }

    private double longest() {
      return bars.stream().mapToDouble(Bar::value).max().orElse(1);
    }
  }

  private static final int WIDTH = 760;
  private static final int LEFT = 210;
  private static final int RIGHT = 110;
  private static final int TOP = 44;
  private static final int BAR = 14;
  private static final int STEP = 19;
  private static final int BETWEEN = 34;
  private static final String OURS = "#1f77b4";
  private static final String OTHERS = "#b0b0b0";

  private BarChart() {}

  /** Draws them, from top to bottom, as an SVG document. */
  public static String draw(String title, List<Group> groups) {
    int height = TOP + groups.stream().mapToInt(g -> g.bars().size() * STEP + BETWEEN).sum();
    Svg svg = new Svg(WIDTH, height);
    svg.title(new At(20, 24), title);
    double y = TOP;
    for (Group group : groups) {
      svg.text(new At(LEFT, y + 12), Anchor.START, group.title());
      y += STEP;
      for (Bar bar : group.bars()) {
        draw(svg, y, bar, group.longest());
        y += STEP;
      }
      y += BETWEEN - STEP;
    }
    return svg.toString();
  }

  private static void draw(Svg svg, double y, Bar bar, double longest) {
    double right = LEFT + (WIDTH - LEFT - RIGHT) * bar.value() / longest;
    svg.box(new At(LEFT, y), new At(right, y + BAR), bar.ours() ? OURS : OTHERS);
    svg.text(new At(LEFT - 8, y + 11), Anchor.END, bar.label());
    svg.text(new At(right + 6, y + 11), Anchor.START, bar.words());
  }

  /** A number in few digits. */
  public static String words(double value) {
    if (value >= 1e6) {
      return String.format(Locale.ROOT, "%.2f million", value / 1e6);
    }
    return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
  }
}
