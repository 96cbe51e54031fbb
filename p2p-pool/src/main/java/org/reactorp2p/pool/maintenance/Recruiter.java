/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.pool.connect.Dialer;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.PeerAddress;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Finds new peers: chooses some candidates and dials them, then some more, until there are enough
 * or everybody was considered once. Confined to the decisions' thread.
 */
final class Recruiter {

  private final Office office;
  private final Dialer<?> dialer;
  private final Company company;
  private final Prospects prospects;
  private final MaintenanceConfig config;
  private final Disposable.Swap round = Disposables.swap();

  Recruiter(
      Office office,
      Dialer<?> dialer,
      Company company,
      Prospects prospects,
      MaintenanceConfig config) {
    this.office = office;
    this.dialer = dialer;
    this.company = company;
    this.prospects = prospects;
    this.config = config;
  }

  /** Completes when the plan is met, or nobody is left to dial. */
  Mono<Void> recruit(Plan.Dial plan) {
    return Mono.defer(() -> new Search(plan).run());
  }

  /** Gives up what is under way; another search may follow. */
  void abandon() {
    round.update(Disposables.disposed());
  }

  /** Gives up what is under way, and whatever may follow. */
  void stop() {
    round.dispose();
  }

  /** One search, in which each point is considered once, as in the original. */
  private final class Search {

    private final Plan.Dial plan;
    private final Set<Point> seen = new HashSet<>();
    private boolean exhausted;

    Search(Plan.Dial plan) {
      this.plan = plan;
    }

    Mono<Void> run() {
      return Mono.defer(this::batch)
          .repeat(() -> !exhausted && !plan.isMet(company.turnout()))
          .then();
    }

    private Mono<Void> batch() {
      List<Point> batch = choose();
      seen.addAll(batch);
      if (batch.isEmpty()) {
        exhausted = true;
        return Mono.empty();
      }
      List<Point> open = batch.stream().filter(this::mayBeDialled).toList();
      return open.isEmpty() ? Mono.empty() : dial(open);
    }

    private List<Point> choose() {
      int most = Math.max(1, plan.atMost() - company.turnout().all());
      return config
          .candidates()
          .choice()
          .choose(prospects.find(seen), company.addresses(), most, office.random())
          .stream()
          .map(Prospect::point)
          .toList();
    }

    /** There may be no place left for one of its neighbourhood. */
    private boolean mayBeDialled(Point point) {
      return dialer.objection(PeerAddress.of(point)).isEmpty();
    }

    private Mono<Void> dial(List<Point> candidates) {
      office
          .events()
          .emit(new P2pEvent.CandidatesChosen(company.turnout().all(), plan.atLeast(), candidates));
      var dials = new DialRound(office, dialer, company, config.pace(), plan, candidates);
      round.update(dials);
      return dials.run();
    }
  }
}
