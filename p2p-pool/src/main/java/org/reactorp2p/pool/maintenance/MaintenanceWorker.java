/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.time.Duration;
import org.reactorp2p.pool.connect.Dialer;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.event.P2pEvent.Occasion;
import org.reactorp2p.pool.exchange.Outreach;
import org.reactorp2p.pool.peer.Backoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * Works in rounds, one at a time: at intervals, when the number of connections crosses a threshold,
 * some seconds after it has left a target, and when somebody asks. Whatever asks for a round while
 * one goes on gets one more, however often it asked. A round goes on while it is urgent; none
 * begins less than a second after another, and if one fails, the next one comes.
 *
 * <p>Made, begun and disposed of on the decisions' thread.
 */
public final class MaintenanceWorker implements Disposable {

  private static final Logger LOG = LoggerFactory.getLogger(MaintenanceWorker.class);

  /** How far an interval may stray, so that those who started together do not act together. */
  private static final double JITTER = 0.1;

  /** After a fault of our own. */
  private static final Duration RECOVERY = Duration.ofSeconds(5);

  /** How soon to look again at a target that was left, and then ever less often. */
  private static final Backoff SECOND_LOOK =
      new Backoff(Duration.ofSeconds(10), 1.5, Duration.ofMinutes(1), 0.25);

  private final Office office;
  private final MaintenanceConfig config;
  private final Company company;
  private final Helm helm;
  private final News news;
  private final Recruiter recruiter;
  private final Steward steward;
  private final Sinks.Many<Occasion> occasions = Sinks.many().multicast().directBestEffort();
  private final Disposable.Composite running = Disposables.composite();
  private final Disposable.Swap secondLook = Disposables.swap();
  private Sinks.Empty<Void> goal = Sinks.empty();
  private boolean looking;
  private int fruitless;

  /**
   * @param prospects who may be dialled
   * @param outreach what others do for it
   */
  public MaintenanceWorker(
      Office office,
      Dialer<?> dialer,
      Company company,
      Prospects prospects,
      MaintenanceConfig config,
      Bounds bounds,
      Outreach outreach) {
    this.office = office;
    this.config = config;
    this.company = company;
    this.helm = Helm.of(bounds, config);
    this.news = new News(office);
    this.recruiter = new Recruiter(office, dialer, company, prospects, config);
    this.steward = new Steward(office, company, recruiter, helm, config, outreach, news);
  }

  /** Begins, with a first round at once; does nothing but what is asked for without an interval. */
  public void begin() {
    // Those who ask while a round goes on are folded into one; ticks that were missed because the
    // machine slept do not come all at once, since each one waits for the one before.
    running.add(
        occasions
            .asFlux()
            .mergeWith(Flux.defer(this::ticks).retryWhen(later()))
            .onBackpressureLatest()
            .concatMap(this::round, 0)
            .subscribe());
    // Both sources are hot: to subscribe again after a fault of ours loses nothing and spins not.
    running.add(company.changes().doOnNext(count -> look()).retry().subscribe());
    running.add(office.register().memory().learned().subscribe(point -> news.tell()));
    occasions.tryEmitNext(Occasion.START);
  }

  private Retry later() {
    return Retry.fixedDelay(Long.MAX_VALUE, RECOVERY).scheduler(office.decisions());
  }

  private Flux<Occasion> ticks() {
    return Mono.justOrEmpty(config.interval())
        .flatMap(interval -> Mono.delay(jittered(interval), office.decisions()))
        .repeat(() -> config.interval().isPresent())
        .map(tick -> Occasion.INTERVAL);
  }

  private Duration jittered(Duration interval) {
    double stray = 1 + JITTER * (2 * office.random().nextDouble() - 1);
    return Duration.ofNanos((long) (interval.toNanos() * stray));
  }

  /**
   * Asks for a round; completes on the decisions' thread when the number of connections is within
   * the thresholds, which may take for ever. Cold; any thread may subscribe.
   */
  public Mono<Void> maintain() {
    return Mono.defer(
            () -> {
              if (isDisposed()) {
                return Mono.<Void>error(stopped());
              }
              Mono<Void> held = goal.asMono();
              news.tell();
              occasions.tryEmitNext(Occasion.REQUESTED);
              return held;
            })
        .subscribeOn(office.decisions());
  }

  private Mono<Void> round(Occasion occasion) {
    boolean alarm = occasion == Occasion.TOO_FEW || occasion == Occasion.TOO_MANY;
    if (alarm && helm.alarm(company.turnout()).isEmpty()) {
      return Mono.empty(); // the round before saw to it
    }
    return Mono.defer(
            () -> {
              office
                  .events()
                  .emit(new P2pEvent.MaintenanceStarted(occasion, company.turnout().all()));
              return steward.work(this::held);
            })
        .then(Mono.fromRunnable(this::ended))
        .onErrorResume(this::recover)
        .then(Mono.defer(news::breath));
  }

  private void held() {
    Sinks.Empty<Void> reached = goal;
    goal = Sinks.empty();
    reached.tryEmitEmpty();
  }

  private void ended() {
    Turnout now = company.turnout();
    office.events().emit(new P2pEvent.MaintenanceEnded(now.all()));
    lookAgain(now);
  }

  private Mono<Void> recover(Throwable fault) {
    LOG.error("maintenance failed and goes on", fault);
    recruiter.abandon();
    office.events().emit(new P2pEvent.MaintenanceFailed(fault.getClass().getSimpleName()));
    return Mono.delay(RECOVERY, office.decisions())
        .doOnNext(later -> helm.alarm(company.turnout()).ifPresent(occasions::tryEmitNext))
        .then();
  }

  // ---- what calls for a round ----

  private void look() {
    news.tell();
    fruitless = 0;
    Turnout now = company.turnout();
    helm.alarm(now).ifPresentOrElse(occasions::tryEmitNext, () -> lookAgain(now));
  }

  private void lookAgain(Turnout now) {
    if (looking || helm.isContent(now) || helm.steering() == Steering.THRESHOLDS) {
      return;
    }
    Duration delay = SECOND_LOOK.delay(fruitless + 1, office.random());
    fruitless++;
    looking = true;
    secondLook.update(
        Mono.delay(delay, office.decisions())
            .subscribe(
                time -> {
                  looking = false;
                  if (!helm.isContent(company.turnout())) {
                    occasions.tryEmitNext(Occasion.OFF_TARGET);
                  }
                }));
  }

  private static IllegalStateException stopped() {
    return new IllegalStateException("the network has stopped");
  }

  /** Gives up what is under way; whoever waits for the bounds is told. */
  @Override
  public void dispose() {
    running.dispose();
    secondLook.dispose();
    recruiter.stop();
    goal.tryEmitError(stopped());
  }

  @Override
  public boolean isDisposed() {
    return running.isDisposed();
  }
}
