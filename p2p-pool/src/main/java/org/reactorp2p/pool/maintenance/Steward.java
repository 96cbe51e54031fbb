/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.exchange.Outreach;
import org.reactorp2p.pool.maintenance.Plan.Urgency;
import org.reactorp2p.pool.peer.Backoff;
import reactor.core.publisher.Mono;

/**
 * Does what one round takes: looks, decides, acts, and looks again while it is urgent. Confined to
 * the decisions' thread.
 */
final class Steward {

  /** Others need not be asked for points as often as we look for some. */
  private static final Backoff ASKING =
      new Backoff(Duration.ofSeconds(5), 2, Duration.ofMinutes(2), 0.25);

  private final Office office;
  private final Company company;
  private final Recruiter recruiter;
  private final Helm helm;
  private final MaintenanceConfig config;
  private final Outreach outreach;
  private final News news;
  private boolean again;
  private int waits;
  private int asks;
  private Instant nextAsk = Instant.MIN;

  Steward(
      Office office,
      Company company,
      Recruiter recruiter,
      Helm helm,
      MaintenanceConfig config,
      Outreach outreach,
      News news) {
    this.office = office;
    this.company = company;
    this.recruiter = recruiter;
    this.helm = helm;
    this.config = config;
    this.outreach = outreach;
    this.news = news;
  }

  /**
   * One round.
   *
   * @param whenHeld called whenever the number is found within the thresholds
   */
  Mono<Void> work(Runnable whenHeld) {
    return Mono.defer(() -> step(whenHeld)).repeat(() -> again).then();
  }

  private Mono<Void> step(Runnable whenHeld) {
    again = false;
    Turnout now = company.turnout();
    if (helm.level(now).holds()) {
      whenHeld.run();
    }
    Plan plan = helm.plan(now);
    if (plan instanceof Plan.Dial dial) {
      return dial(dial, now);
    }
    return plan instanceof Plan.Drop drop ? drop(drop, now) : settle();
  }

  private Mono<Void> settle() {
    waits = 0;
    asks = 0;
    outreach.proposeSwap();
    return Mono.empty();
  }

  // ---- too few ----

  private Mono<Void> dial(Plan.Dial plan, Turnout now) {
    if (plan.urgency() == Urgency.URGENT) {
      office.events().emit(new P2pEvent.TooFewConnections(now.all(), helm.bounds().minThreshold()));
    }
    long before = news.count();
    return recruiter
        .recruit(plan)
        .then(Mono.defer(() -> plan.urgency() == Urgency.URGENT ? judge(now, before) : settle()));
  }

  private Mono<Void> judge(Turnout then, long before) {
    again = true;
    Turnout now = company.turnout();
    if (now.all() > then.all()) {
      waits = 0;
      asks = 0;
    }
    return helm.level(now) == Level.SHORT ? search(now, before) : Mono.empty();
  }

  private Mono<Void> search(Turnout now, long before) {
    int asked = ask();
    waits++;
    Duration patience = config.search().delay(waits, office.random());
    office.events().emit(new P2pEvent.NewsAwaited(now.all(), asked, patience));
    return news.await(before, patience);
  }

  private int ask() {
    Instant now = office.clock().instant();
    if (now.isBefore(nextAsk)) {
      return 0;
    }
    asks++;
    nextAsk = now.plus(ASKING.delay(asks, office.random()));
    outreach.wakeDiscovery();
    return outreach.askForPoints();
  }

  // ---- too many ----

  private Mono<Void> drop(Plan.Drop plan, Turnout now) {
    boolean urgent = plan.urgency() == Urgency.URGENT;
    if (urgent) {
      office
          .events()
          .emit(new P2pEvent.TooManyConnections(now.all(), helm.bounds().maxThreshold()));
    }
    List<Resident> victims =
        config
            .victims()
            .choice()
            .choose(company.residents(), helm.own(), plan.count(), office.random());
    if (victims.isEmpty()) {
      return Mono.empty(); // the rest is trusted: nothing can be done until somebody leaves
    }
    office
        .events()
        .emit(new P2pEvent.VictimsChosen(now.all(), victims.stream().map(Resident::peer).toList()));
    victims.forEach(company::dismiss);
    again = true;
    return news.breath();
  }
}
