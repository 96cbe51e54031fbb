/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.plot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.reactorp2p.test.measure.Sample;
import org.reactorp2p.test.plot.Drawing.Side;
import org.reactorp2p.test.plot.Drawing.Spot;

/**
 * Connections over time: the median as a line, from the fewest to the most as a shade, and the band
 * in which maintenance wants them.
 *
 * @param title stands above it
 * @param least the lower end of the band
 * @param most the upper end of the band
 */
public record ConnectionPlot(String title, int least, int most) {

  private static final int WIDTH = 860;
  private static final int HEIGHT = 380;
  private static final int LEFT = 60;
  private static final int RIGHT = 20;
  private static final int TOP = 50;
  private static final int BOTTOM = 50;
  private static final int MOST_POINTS = 1000;
  private static final int TICKS = 6;
  private static final String BAND = "#d5f0d5";
  private static final String RANGE = "#9ec5e8";
  private static final String MEDIAN = "#0b4f8a";

  /** The plot as SVG; the samples in the order of their time. */
  public String svg(List<Sample> samples) {
    return new Sheet(samples).drawn();
  }

  private final class Sheet {

    private final Drawing drawing = new Drawing(WIDTH, HEIGHT);
    private final List<Sample> samples;
    private final Scale time;
    private final Scale count;

    Sheet(List<Sample> samples) {
      this.samples = thinned(samples);
      long end = samples.isEmpty() ? 1 : samples.get(samples.size() - 1).at().toSeconds();
      int highest = samples.stream().mapToInt(Sample::most).max().orElse(0);
      this.time = Scale.upTo(Math.max(1, end), TICKS);
      this.count = Scale.upTo(Math.max(most, highest), TICKS);
    }

    String drawn() {
      drawing.words(new Spot(LEFT, TOP - 28), Side.RIGHT_OF, title);
      drawing.words(
          new Spot(LEFT, TOP - 10),
          Side.RIGHT_OF,
          "connections of a node: the median (line), from the fewest to the most (blue), the band"
              + " (green)");
      drawing.area(
          List.of(at(0, least), at(0, most), at(time.end(), most), at(time.end(), least)), BAND);
      if (!samples.isEmpty()) {
        List<Spot> outline = way(Sample::most);
        List<Spot> lower = way(Sample::fewest);
        for (int i = lower.size() - 1; i >= 0; i--) {
          outline.add(lower.get(i));
        }
        drawing.area(outline, RANGE);
        drawing.stroke(way(Sample::median), MEDIAN, 1.5);
      }
      axes();
      return drawing.toString();
    }

    private void axes() {
      for (long tick : time.ticks()) {
        Spot foot = at(tick, 0);
        drawing.hairline(foot, at(tick, count.end()));
        drawing.words(new Spot(foot.x(), foot.y() + 18), Side.AROUND, clock(tick));
      }
      for (long tick : count.ticks()) {
        Spot left = at(0, tick);
        drawing.hairline(left, at(time.end(), tick));
        drawing.words(new Spot(left.x() - 8, left.y() + 4), Side.LEFT_OF, Long.toString(tick));
      }
      drawing.words(
          new Spot(WIDTH / 2.0, HEIGHT - 12), Side.AROUND, "simulated time, in hours and minutes");
    }

    private List<Spot> way(ToIntFunction<Sample> value) {
      List<Spot> way = new ArrayList<>();
      samples.forEach(s -> way.add(at(s.at().toSeconds(), value.applyAsInt(s))));
      return way;
    }

    private Spot at(long seconds, long connections) {
      double x = LEFT + (double) (WIDTH - LEFT - RIGHT) * seconds / time.end();
      double y = HEIGHT - BOTTOM - (double) (HEIGHT - TOP - BOTTOM) * connections / count.end();
      return new Spot(x, y);
    }
  }

  private static String clock(long seconds) {
    Duration time = Duration.ofSeconds(seconds);
    return time.toHours() + ":" + (time.toMinutesPart() < 10 ? "0" : "") + time.toMinutesPart();
  }

  private static List<Sample> thinned(List<Sample> samples) {
    int step = 1 + samples.size() / MOST_POINTS;
    List<Sample> some = new ArrayList<>();
    for (int i = 0; i < samples.size(); i += step) {
      some.add(samples.get(i));
    }
    return some;
  }
}
