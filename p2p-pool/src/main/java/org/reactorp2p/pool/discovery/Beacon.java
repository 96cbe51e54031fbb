/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.discovery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Datagram;
import org.reactorp2p.core.transport.DatagramPort;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.event.P2pEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Calls out to everybody on the local network who we are and where we listen, and hears others do
 * so. Whom it hears becomes a known point like any other that somebody claims; nothing is answered.
 *
 * <p>Reads 25 datagrams in a tenth of a second at most, whatever comes: the machine throws the rest
 * away. A port that cannot be opened is tried again, for ever. Confined to the decisions' thread.
 */
public final class Beacon {

  /** Enough for a network full of beacons. */
  private static final int SLICE = 25;

  private static final Duration PERIOD = Duration.ofMillis(100);

  /** How long to wait when the port cannot be opened. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /** Whoever wakes us more often changes nothing. */
  private static final Duration NAP = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(Beacon.class);

  private final Office office;
  private final BeaconConfig config;
  private final BeaconVoice voice;
  private final Finds finds;
  private final Callers callers = new Callers();
  private final CallTimes times = new CallTimes();
  private final Disposable.Swap timer = Disposables.swap();
  private Optional<DatagramPort> open = Optional.empty();
  private Instant lastCall = Instant.MIN;

  /**
   * @param voice who calls
   * @param finds what becomes of those we hear
   */
  public Beacon(Office office, BeaconConfig config, BeaconVoice voice, Finds finds) {
    this.office = office;
    this.config = config;
    this.voice = voice;
    this.finds = finds;
  }

  /** Begins to call and to hear; disposing ends it and closes the port. */
  public Disposable start(Transport transport) {
    if (config.found() == BeaconConfig.Found.TRUSTED) {
      LOG.warn("whoever calls out on {} is trusted: only for networks without strangers", config);
    }
    Point everywhere = Point.parse("0.0.0.0:" + config.to().port());
    return Mono.defer(() -> transport.datagrams(everywhere, BeaconCall.LENGTH + 1))
        .doOnError(failure -> complain(everywhere, failure))
        .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE).scheduler(office.decisions()))
        .flatMap(this::attend)
        .subscribe();
  }

  private void complain(Point at, Throwable failure) {
    LOG.warn("no discovery on {}: {}", at, failure.toString());
    var kind = failure instanceof LinkException link ? link.kind() : LinkException.Kind.OTHER;
    office
        .decisions()
        .schedule(() -> office.events().emit(new P2pEvent.DiscoveryTroubled(at, kind)));
  }

  /** Never completes: whoever has enough of it cancels. */
  private Mono<Void> attend(DatagramPort port) {
    var ear = new Pacing<>(SLICE, PERIOD, office.decisions(), this::heard);
    port.receive().subscribe(ear);
    office.decisions().schedule(() -> begin(port));
    return Mono.<Void>never().doOnCancel(() -> end(port));
  }

  private void begin(DatagramPort port) {
    open = Optional.of(port);
    callLater();
  }

  private void end(DatagramPort port) {
    office
        .decisions()
        .schedule(
            () -> {
              open = Optional.empty();
              timer.dispose();
            });
    port.close().subscribe();
  }

  /** Calls at once, unless it just did, and then again soon, as after the start. */
  public void wake() {
    if (open.isPresent() && !now().isBefore(lastCall.plus(NAP))) {
      times.restart();
      call();
    }
  }

  private void callLater() {
    Duration wait = times.next();
    timer.update(office.decisions().schedule(this::call, wait.toMillis(), TimeUnit.MILLISECONDS));
  }

  private void call() {
    if (open.isPresent() && voice.port().isPresent()) {
      lastCall = now();
      byte[] words = new BeaconCall(voice.self(), voice.port().getAsInt()).encode();
      // That nobody could be reached is no news: a laptop without a network is in that state.
      open.get().send(new Datagram(config.to(), words)).onErrorComplete().subscribe();
      callLater();
    }
  }

  private void heard(Datagram datagram) {
    BeaconCall.parse(datagram.bytes())
        .filter(call -> !call.peer().equals(voice.self()))
        .filter(call -> callers.hear(datagram.peer().address(), now()))
        .ifPresent(
            call -> finds.heard(new Point(datagram.peer().address(), call.port()), call.peer()));
  }

  private Instant now() {
    return office.clock().instant();
  }
}
