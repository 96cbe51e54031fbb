/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.core.transport.memory.MemoryConfig;
import org.reactorp2p.core.transport.memory.MemoryNetwork;
import org.reactorp2p.test.chance.SeededRandom;
import org.reactorp2p.test.scenario.Action;
import org.reactorp2p.test.scenario.Nodes;
import org.reactorp2p.test.time.VirtualTime;
import org.reactorp2p.test.weather.Addresses;
import org.reactorp2p.test.weather.ChangingWeather;

/** What the nodes have around them: time, chance, and lines to each other. */
final class World {

  /** Any day would do. */
  private static final Instant DAWN = Instant.parse("2026-01-01T00:00:00Z");

  private static final long WEATHER = -1;
  private static final long FATE = -2;

  private final VirtualTime time = VirtualTime.at(DAWN);
  private final SeededRandom fate;
  private final ChangingWeather weather;
  private final MemoryNetwork lines;

  World(long seed) {
    this.fate = SeededRandom.of(seed, FATE);
    this.weather = new ChangingWeather(time, SeededRandom.of(seed, WEATHER).nextLong());
    this.lines = MemoryNetwork.on(time, MemoryConfig.DEFAULT, weather);
  }

  VirtualTime time() {
    return time;
  }

  /** What is drawn by lot outside of the nodes. */
  SeededRandom fate() {
    return fate;
  }

  ChangingWeather weather() {
    return weather;
  }

  Transport machine(int number) {
    return lines.machine(Addresses.of(number));
  }

  /** All links of that node are gone. */
  void sever(int number) {
    lines.sever(
        (caller, called) ->
            Addresses.number(caller.address()) == number
                || Addresses.number(called.address()) == number);
  }

  /** Each link of these nodes is gone with this chance. */
  void lose(int percent, Nodes nodes) {
    lines.sever(
        (caller, called) ->
            (nodes.contains(Addresses.number(caller.address()))
                    || nodes.contains(Addresses.number(called.address())))
                && fate.nextInt(100) < percent);
  }

  /** Cuts a line; whoever has a link over it notices when their patience is over. */
  void cut(Action.Cut cut) {
    weather.cut(cut);
    Duration patience = ChangingWeather.PATIENCE;
    time.schedule(
        () -> {
          if (weather.isCut(cut)) {
            lines.sever(
                (caller, called) ->
                    weather.isCut(
                        Addresses.number(caller.address()), Addresses.number(called.address())));
          }
        },
        patience.toNanos(),
        TimeUnit.NANOSECONDS);
  }
}
