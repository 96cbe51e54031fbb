/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.reactorp2p.bench.report.Svg;
import org.reactorp2p.bench.report.Svg.Anchor;
import org.reactorp2p.bench.report.Svg.At;

/** Draws outcomes: what the least served got, and what flows when the limit changes. */
final class Plot {
  private static final int WIDTH = 760;
  private static final int LEFT = 190;
  private static final int RIGHT = 40;
  private static final int TOP = 70;
  private static final int BAR = 11;
  private static final int GAP = 8;
  private static final int CURVES = 330;
  private static final int BETWEEN = 110;
  private static final int BELOW = 60;

  private static final Map<Contender, String> COLOURS =
      Map.of(
          Contender.OURS, "#1f77b4",
          Contender.ORIGINAL, "#ff7f0e",
          Contender.OUR_STACK, "#17becf",
          Contender.NETTY, "#d62728");

  private final List<Outcome> outcomes;
  private final List<String> crowds;
  private final Svg svg;

  private Plot(List<Outcome> outcomes) {
    this.outcomes = outcomes;
    this.crowds = outcomes.stream().map(outcome -> outcome.crowd().name()).distinct().toList();
    this.svg = new Svg(WIDTH, curvesTop() + CURVES + BELOW);
  }

  static String of(List<Outcome> outcomes) {
    Plot plot = new Plot(outcomes);
    plot.bars();
    plot.curves();
    return plot.svg.toString();
  }

  private int barsBottom() {
    return TOP + crowds.size() * (2 * BAR + GAP);
  }

  private int curvesTop() {
    return barsBottom() + BETWEEN;
  }

  private void bars() {
    svg.title(new At(20, 24), "What the least served stream got, of its due by weight");
    legend(46);
    for (int quarter = 0; quarter <= 4; quarter++) {
      double x = barX(quarter / 4.0);
      svg.rule(new At(x, TOP - 4), new At(x, barsBottom()));
      svg.text(new At(x, barsBottom() + 16), Anchor.MIDDLE, Double.toString(quarter / 4.0));
    }
    double middle = barX(0.5);
    svg.text(new At(middle, barsBottom() + 34), Anchor.MIDDLE, "share, of what is due (1 = fair)");
    for (int i = 0; i < crowds.size(); i++) {
      group(crowds.get(i), TOP + i * (2 * BAR + GAP));
    }
  }

  private void group(String crowd, int top) {
    svg.text(new At(LEFT - 8, top + BAR + 4), Anchor.END, crowd);
    int y = top;
    for (Outcome outcome : outcomes) {
      if (outcome.crowd().name().equals(crowd)) {
        At end = new At(barX(outcome.worstShare()), y + BAR - 1);
        svg.box(new At(LEFT, y), end, colour(outcome.contender()));
        y += BAR;
      }
    }
  }

  private static double barX(double share) {
    return LEFT + share * (WIDTH - LEFT - RIGHT);
  }

  private void legend(int y) {
    int x = LEFT;
    for (Contender contender : contenders()) {
      svg.box(new At(x, y - 9), new At(x + 12, y + 1), colour(contender));
      svg.text(new At(x + 17, y), Anchor.START, contender.label());
      x += 110;
    }
  }

  private List<Contender> contenders() {
    return outcomes.stream().map(Outcome::contender).distinct().toList();
  }

  private static String colour(Contender contender) {
    return COLOURS.getOrDefault(contender, "black");
  }

  private void curves() {
    Axes axes =
        new Axes(svg, new At(LEFT, curvesTop()), new At(WIDTH - RIGHT, curvesTop() + CURVES));
    svg.title(
        new At(20, curvesTop() - 44),
        "What flows when a limit of 8 MiB/s is halved, and doubled again 3 s later");
    legend(curvesTop() - 20);
    svg.text(new At(LEFT + 470, curvesTop() - 20), Anchor.START, "···  the limit");
    axes.draw();
    axes.limit(outcomes.get(0).changes());
    List<Contender> drawn = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      boolean typical = outcome.crowd().streams() > 1;
      if (typical && !drawn.contains(outcome.contender())) {
        drawn.add(outcome.contender());
        axes.curve(outcome.changes(), colour(outcome.contender()));
      }
    }
  }
}
