/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A drawing, in pixels from the upper left corner. */
public final class Svg {

  /** Which end of the words stands at the point given. */
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** A point. */
  public record At(double x, double y) {}

  private static final String GREY = "#888";

  private final StringBuilder elements = new StringBuilder();

  public Svg(int width, int height) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
            + " font-family=\"sans-serif\" font-size=\"12\">",
        width, height, width, height);
    box(new At(0, 0), new At(width, height), "white");
  }

  public void box(At corner, At opposite, String colour) {
    add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
        corner.x(), corner.y(), opposite.x() - corner.x(), opposite.y() - corner.y(), colour);
  }

  public void text(At at, Anchor anchor, String words) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        at.x(), at.y(), anchor.name().toLowerCase(Locale.ROOT), words);
  }

  public void title(At at, String words) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"14\" font-weight=\"bold\">%s</text>",
        at.x(), at.y(), words);
  }

  /** A thin line for axes and grids. */
  public void rule(At from, At to) {
    add(
        "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"%s\" stroke-width=\"0.5\"/>",
        from.x(), from.y(), to.x(), to.y(), GREY);
  }

  public void dashes(List<At> points) {
    curve(points, "stroke=\"" + GREY + "\" stroke-width=\"3\" stroke-dasharray=\"2 4\"");
  }

  public void curve(List<At> points, String style) {
    String path =
        points.stream()
            .map(at -> String.format(Locale.ROOT, "%.1f %.1f", at.x(), at.y()))
            .collect(Collectors.joining("L", "M", ""));
    add("<path d=\"%s\" fill=\"none\" %s/>", path, style);
  }

  @Override
  public String toString() {
    return elements + "</svg>\n";
  }

  private void add(String format, Object... values) {
    elements.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
