/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.test.scenario.Malice;
import org.reactorp2p.test.weather.Addresses;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/** Somebody with an address who means ill: dials one node after the other, and takes who comes. */
final class Villain {

  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int WORDS = 200;

  private final World world;
  private final int number;
  private final int nodes;
  private final Malice malice;
  private final HarbourMaster transport;
  private final Disposable.Swap timer = Disposables.swap();

  Villain(World world, int number, int nodes, Malice malice) {
    this.world = world;
    this.number = number;
    this.nodes = nodes;
    this.malice = malice;
    this.transport = new HarbourMaster(world.machine(number));
  }

  void start() {
    transport
        .listen(Addresses.point(number))
        .subscribe(listener -> listener.accept().subscribe(this::treat), nothing -> {});
    long period = EVERY.toNanos();
    timer.update(
        world.time().schedulePeriodically(this::call, period, period, TimeUnit.NANOSECONDS));
  }

  void stop() {
    timer.dispose();
    transport.closeAll();
    world.sever(number);
  }

  private void call() {
    int victim = world.fate().nextInt(nodes);
    if (victim != number) {
      transport.dial(Addresses.point(victim)).subscribe(this::treat, refused -> {});
    }
  }

  private void treat(Link link) {
    link.receive().subscribe(bytes -> {}, lost -> {});
    switch (malice) {
      case MUTE -> {}
      case GARBAGE -> {
        byte[] words = new byte[WORDS];
        world.fate().nextBytes(words);
        link.send(Mono.just(words)).subscribe(null, lost -> {});
      }
      case FICKLE -> link.abort();
    }
  }
}
