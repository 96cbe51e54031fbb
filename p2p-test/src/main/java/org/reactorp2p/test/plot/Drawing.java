/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.plot;

import java.util.List;
import java.util.Locale;

/** A drawing as SVG, in pixels from the upper left corner. Its text is the same everywhere. */
final class Drawing {

  /** Where a text stands, seen from its point. */
  enum Side {
    RIGHT_OF("start"),
    AROUND("middle"),
    LEFT_OF("end");

    private final String anchor;

    Side(String anchor) {
      this.anchor = anchor;
    }
  }

  /** A place. */
  record Spot(double x, double y) {
    private String text() {
      return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }
  }

  private final StringBuilder svg = new StringBuilder();

  Drawing(int width, int height) {
    line(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d'"
            + " font-family='sans-serif' font-size='12'>",
        width, height, width, height);
    line("<rect width='%d' height='%d' fill='white'/>", width, height);
  }

  void words(Spot at, Side side, String words) {
    String safe = words.replace("&", "&amp;").replace("<", "&lt;");
    line("<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>", at.x, at.y, side.anchor, safe);
  }

  void hairline(Spot from, Spot to) {
    stroke(List.of(from, to), "#999", 0.5);
  }

  void stroke(List<Spot> way, String colour, double width) {
    line(
        "<polyline points='%s' fill='none' stroke='%s' stroke-width='%.1f'/>",
        points(way), colour, width);
  }

  void area(List<Spot> outline, String colour) {
    line("<polygon points='%s' fill='%s'/>", points(outline), colour);
  }

  private static String points(List<Spot> way) {
    return String.join(" ", way.stream().map(Spot::text).toList());
  }

  private void line(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  @Override
  public String toString() {
    return svg + "</svg>\n";
  }
}
