/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.cli;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A progress bar on standard error for a person who watches; silent where standard error is no
 * terminal. Closing removes the bar, so that only results stay on the screen.
 */
public final class ProgressLine implements AutoCloseable {

  private static final int REDRAW_MILLIS = 200;

  private final Optional<ProgressBar> bar;

  private ProgressLine(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  /**
   * Shows a bar.
   *
   * @param task what is being done, a few words
   * @param unit what is counted, such as {@code " MB"}
   * @param unitSize how much of the count makes one of the unit, such as 1,000,000
   * @param total the count at which it is done, or a guess
   */
  public static ProgressLine open(String task, String unit, long unitSize, long total) {
    return new ProgressLine(
        Terminal.isWatched() ? Optional.of(bar(task, unit, unitSize, total)) : Optional.empty());
  }

  private static ProgressBar bar(String task, String unit, long unitSize, long total) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setUnit(unit, unitSize)
        .setInitialMax(total)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(REDRAW_MILLIS)
        .showSpeed()
        .clearDisplayOnFinish()
        .setConsumer(new ConsoleProgressBarConsumer(System.err, Terminal.columns() - 1))
        .build();
  }

  /** So much is done. A count beyond the total moves the total. Any thread. */
  public void at(long count) {
    bar.ifPresent(
        shown -> {
          if (count > shown.getMax()) {
            shown.maxHint(count);
          }
          shown.stepTo(count);
        });
  }

  /** Removes the bar. */
  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
