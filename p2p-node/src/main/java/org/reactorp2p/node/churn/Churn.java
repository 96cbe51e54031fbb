/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.churn;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;
import org.reactorp2p.pool.Environment;
import org.reactorp2p.test.measure.Sample;
import reactor.core.publisher.Mono;

/**
 * The play: all nodes come, and then somebody leaves or comes back every second or two. Whoever
 * comes knows three of those who are there; the rest it learns from them. Blocks the thread it runs
 * on; used once.
 */
public final class Churn implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int ACQUAINTANCES = 3;

  private final ChurnPlan plan;
  private final LongSupplier nanoTime;
  private final long began;
  private final Random random = new Random();
  private final List<Dweller> dwellers = new ArrayList<>();
  private final List<Mono<Void>> farewells = new ArrayList<>();
  private final List<Sample> samples = new ArrayList<>();

  /**
   * @param environment shared by all nodes
   * @param nanoTime a clock that never goes back
   */
  public Churn(ChurnPlan plan, Environment environment, LongSupplier nanoTime) {
    this.plan = plan;
    this.nanoTime = nanoTime;
    this.began = nanoTime.getAsLong();
    for (int number = 0; number < plan.nodes(); number++) {
      dwellers.add(new Dweller(number, newIdentity(), plan.bounds(), environment));
    }
  }

  private static Identity newIdentity() {
    var random = new SecureRandom();
    return Identity.of(SecretKey.generate(random), ProofOfWorkStamp.draw(random));
  }

  /**
   * Plays it all.
   *
   * @param screen is shown the table again and again
   */
  public ChurnReport run(Consumer<List<String>> screen) {
    var table = new ChurnTable(plan.bounds());
    Duration nextMove = ChurnPlan.GRACE;
    dwellers.forEach(this::come);
    while (passed().compareTo(plan.length()) < 0) {
      if (passed().compareTo(nextMove) >= 0) {
        move();
        nextMove = passed().plus(plan.pause(random));
      }
      Mono.delay(LOOK).block();
      screen.accept(table.lines(look()));
    }
    return new ChurnReport(plan, look(), samples);
  }

  private void move() {
    List<Dweller> here = dwellers.stream().filter(Dweller::isHere).toList();
    List<Dweller> away = dwellers.stream().filter(one -> !one.isHere()).toList();
    boolean leaves = away.isEmpty() || here.size() > plan.least() && random.nextBoolean();
    if (leaves) {
      Mono<Void> farewell = here.get(random.nextInt(here.size())).leave().cache();
      farewell.subscribe();
      farewells.add(farewell);
    } else {
      come(away.get(random.nextInt(away.size())));
    }
  }

  private void come(Dweller dweller) {
    List<Point> there =
        new ArrayList<>(dwellers.stream().flatMap(one -> one.point().stream()).toList());
    Collections.shuffle(there, random);
    dweller.come(there.subList(0, Math.min(ACQUAINTANCES, there.size())), passed());
  }

  private List<Standing> look() {
    Duration now = passed();
    List<Standing> standings = dwellers.stream().map(one -> one.look(now)).toList();
    List<Integer> counts =
        standings.stream().filter(Standing::here).map(Standing::connections).sorted().toList();
    if (!counts.isEmpty()) {
      samples.add(sample(now, counts));
    }
    return standings;
  }

  private Sample sample(Duration now, List<Integer> counts) {
    int inBand = (int) counts.stream().filter(count -> plan.bounds().level(count).holds()).count();
    return new Sample(
        now,
        counts.size(),
        counts.get(0),
        counts.get(counts.size() / 2),
        counts.get(counts.size() - 1),
        inBand,
        0,
        0,
        0);
  }

  private Duration passed() {
    return Duration.ofNanos(nanoTime.getAsLong() - began);
  }

  /** Has all nodes leave, and wipes their keys. */
  @Override
  public void close() {
    dwellers.forEach(one -> farewells.add(one.leave()));
    Mono.when(farewells).block();
    dwellers.forEach(Dweller::close);
  }
}
