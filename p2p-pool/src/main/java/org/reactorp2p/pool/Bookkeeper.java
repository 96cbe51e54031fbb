/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.reactorp2p.pool.acl.AccessSnapshot;
import org.reactorp2p.pool.acl.Ban;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.store.KeptBook;
import org.reactorp2p.pool.store.PeerBook;
import org.reactorp2p.pool.store.PeerBookContent;
import org.reactorp2p.pool.store.PeerBookException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Reads the peer book at the start, and saves it now and then and at the stop. What is to be saved
 * is taken at one moment on the decisions' thread; the disk is waited for on another one, which may
 * block. What the configuration says is not written down: it is said again at the next start, or no
 * more.
 */
final class Bookkeeper {

  private static final Logger LOG = LoggerFactory.getLogger(Bookkeeper.class);

  private final Optional<BookKeeping> keeping;
  private final Office office;
  private final Scheduler disk;
  private final Set<Object> configured; // points, trustees and subjects

  Bookkeeper(Optional<BookKeeping> keeping, Office office, Scheduler disk, NetworkConfig config) {
    this.keeping = keeping;
    this.office = office;
    this.disk = disk;
    this.configured = configured(config);
  }

  private static Set<Object> configured(NetworkConfig config) {
    Set<Object> configured = new HashSet<>();
    config.peers().stream().map(PeerAddress::point).forEach(configured::add);
    AccessSnapshot initial = config.access().initial();
    initial.trusted().stream().map(Bookkeeper::keyOf).forEach(configured::add);
    initial.bans().stream().map(Ban::subject).forEach(configured::add);
    return configured;
  }

  private static Object keyOf(Trustee trustee) {
    return trustee instanceof Trustee.Place place ? (Object) place.point() : trustee;
  }

  /**
   * Remembers what stands in the book. Cold.
   *
   * @return fails with a {@link PeerBookException} if the book cannot be used
   */
  Mono<Void> open() {
    return Mono.justOrEmpty(keeping)
        .publishOn(disk)
        .map(kept -> read(kept.book()))
        .publishOn(office.decisions())
        .doOnNext(this::recall)
        .then();
  }

  private static PeerBook.Reading read(KeptBook book) {
    try {
      return book.read();
    } catch (PeerBookException unusable) {
      throw Exceptions.propagate(unusable);
    }
  }

  private void recall(PeerBook.Reading reading) {
    reading.warning().ifPresent(this::complain);
    office.register().memory().restore(reading.content().memory());
    office.access().restore(unconfigured(reading.content().access()));
  }

  /** Begins to save now and then. */
  Disposable keep() {
    return keeping
        .map(
            kept ->
                Mono.delay(kept.interval(), office.decisions()).then(save()).repeat().subscribe())
        .orElse(() -> {});
  }

  /** Saves once. Cold; never fails: it is told as an event instead, and tried again next time. */
  Mono<Void> save() {
    return Mono.justOrEmpty(keeping)
        .publishOn(office.decisions())
        .map(kept -> page(kept.book()))
        .publishOn(disk)
        .doOnNext(Page::write)
        .publishOn(office.decisions())
        .then()
        .onErrorResume(
            failure ->
                Mono.<Void>fromRunnable(
                        () -> complain(String.valueOf(Exceptions.unwrap(failure).getMessage())))
                    .subscribeOn(office.decisions()));
  }

  private Page page(KeptBook book) {
    var content =
        new PeerBookContent(
            office.register().memory().snapshot(), unconfigured(office.access().snapshot()));
    return new Page(book, content, office.clock().instant());
  }

  private AccessSnapshot unconfigured(AccessSnapshot lists) {
    Predicate<Trustee> isConfigured = trustee -> configured.contains(keyOf(trustee));
    return new AccessSnapshot(
        lists.bans().stream().filter(ban -> !configured.contains(ban.subject())).toList(),
        lists.trusted().stream().filter(isConfigured.negate()).toList(),
        lists.greylist());
  }

  private void complain(String sentence) {
    LOG.warn(sentence);
    office.events().emit(new P2pEvent.PeerBookTroubled(sentence));
  }

  /** What is to be written, taken at one moment. */
  private record Page(KeptBook book, PeerBookContent content, Instant at) {

    void write() {
      try {
        book.write(content, at);
      } catch (PeerBookException refused) {
        throw Exceptions.propagate(refused);
      }
    }
  }
}
