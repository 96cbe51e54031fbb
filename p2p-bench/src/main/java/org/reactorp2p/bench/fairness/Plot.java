/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

import java.util.List;
import java.util.Locale;

/** A bar for each crowd: how much of its fair share the least served stream got. As SVG. */
final class Plot {
  private static final int BAR = 22;
  private static final int LABELS = 230;
  private static final int FULL = 400;
  private static final int MARGIN = 40;

  private Plot() {}

  static String of(List<Outcome> outcomes) {
    StringBuilder svg = new StringBuilder();
    int height = outcomes.size() * BAR + 2 * MARGIN;
    int width = LABELS + FULL + 2 * MARGIN;
    svg.append(
        String.format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n",
            width, height));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
    text(svg, MARGIN, 24, "What the least served stream got, of its fair share by weight");
    for (int i = 0; i < outcomes.size(); i++) {
      bar(svg, MARGIN + i * BAR, outcomes.get(i));
    }
    return svg.append("</svg>\n").toString();
  }

  private static void bar(StringBuilder svg, int top, Outcome outcome) {
    text(svg, MARGIN, top + 15, outcome.crowd().name());
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"steelblue\"/>%n",
            LABELS,
            top + 3,
            FULL * outcome.worstShare(),
            BAR - 6));
    String share = String.format(Locale.ROOT, "%.3f", outcome.worstShare());
    text(svg, LABELS + FULL + 8, top + 15, share);
  }

  private static void text(StringBuilder svg, int x, int y, String words) {
    svg.append(String.format("<text x=\"%d\" y=\"%d\">%s</text>%n", x, y, words));
  }
}
