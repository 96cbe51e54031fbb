/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.core.model.Opaque;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.AccessSnapshot;
import org.reactorp2p.pool.acl.AddressBlock;
import org.reactorp2p.pool.acl.Ban;
import org.reactorp2p.pool.acl.Greylisting;
import org.reactorp2p.pool.acl.Offence;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.peer.Conduct;
import org.reactorp2p.pool.peer.ContactKind;
import org.reactorp2p.pool.peer.Contacts;
import org.reactorp2p.pool.peer.HistoryEntry;
import org.reactorp2p.pool.peer.KnownPeer;
import org.reactorp2p.pool.peer.KnownPoint;
import org.reactorp2p.pool.peer.Meeting;
import org.reactorp2p.pool.peer.MemorySnapshot;
import org.reactorp2p.pool.peer.Openness;
import org.reactorp2p.pool.peer.Pause;
import org.reactorp2p.pool.peer.Remembered;
import org.reactorp2p.pool.peer.Source;

/** Contents of books, full of whatever there can be in them. */
final class RandomBook {

  private static final Instant DAY = Instant.parse("2026-01-01T00:00:00Z");

  private final Random random;

  RandomBook(long seed) {
    this.random = new Random(seed);
  }

  /** With so many points and peers. */
  PeerBookContent content(int entries) {
    return new PeerBookContent(
        new MemorySnapshot(
            list(entries, i -> new Remembered<>(knownPoint(), list(3, j -> line(this::peerId)))),
            list(entries, i -> new Remembered<>(knownPeer(), list(3, j -> line(this::idPoint))))),
        new AccessSnapshot(list(3, i -> ban()), list(3, i -> trustee()), list(3, i -> grey())));
  }

  Instant instant() {
    return DAY.plusMillis(random.nextInt(1_000_000_000));
  }

  private KnownPoint knownPoint() {
    return new KnownPoint(
        point(),
        random.nextBoolean() ? Source.sure() : Source.heard(address()),
        instant(),
        maybe(this::peerId),
        Openness.values()[random.nextInt(3)],
        contacts(this::peerId),
        maybe(() -> new Pause(random.nextInt(100), instant())));
  }

  private KnownPeer knownPeer() {
    return new KnownPeer(
        peerId(),
        instant(),
        contacts(this::idPoint),
        conduct(),
        maybe(this::opaque),
        maybe(() -> "{\"caf\u00e9\\n\": [1, 2]}"));
  }

  private Conduct conduct() {
    return random.nextBoolean()
        ? Conduct.NONE
        : new Conduct(
            random.nextLong(Long.MAX_VALUE),
            Duration.ofMillis(random.nextInt(Integer.MAX_VALUE)),
            Duration.ofMillis(random.nextInt(10_000)),
            random.nextInt(100),
            random.nextInt(100));
  }

  private Opaque opaque() {
    var bytes = new byte[random.nextInt(100)];
    random.nextBytes(bytes);
    return Opaque.of(bytes);
  }

  private <W> Contacts<W> contacts(Supplier<W> whom) {
    return new Contacts<>(
        maybe(this::instant),
        maybe(() -> new Meeting<>(whom.get(), instant())),
        maybe(() -> new Meeting<>(whom.get(), instant())),
        maybe(() -> new Meeting<>(whom.get(), instant())));
  }

  private <W> HistoryEntry<W> line(Supplier<W> whom) {
    ContactKind[] kinds = ContactKind.values();
    return new HistoryEntry<>(kinds[random.nextInt(kinds.length)], instant(), maybe(whom));
  }

  private Ban ban() {
    Subject subject =
        random.nextBoolean()
            ? Subject.of(peerId())
            : new Subject.Addresses(AddressBlock.around(address(), random.nextInt(33)));
    Instant since = instant();
    return new Ban(subject, "why \"not\"", "me", since, maybe(() -> since.plusSeconds(9)));
  }

  private Trustee trustee() {
    return random.nextBoolean()
        ? Trustee.of(peerId())
        : new Trustee.Place(point(), maybe(this::peerId));
  }

  private Greylisting grey() {
    Instant since = instant();
    return new Greylisting(
        Subject.of(address()),
        maybe(() -> Offence.values()[random.nextInt(Offence.values().length)]),
        since,
        since.plusSeconds(9));
  }

  private IdPoint idPoint() {
    return new IdPoint(
        address(), random.nextBoolean() ? OptionalInt.of(9732) : OptionalInt.empty());
  }

  private Point point() {
    return new Point(address(), 1 + random.nextInt(Point.MAX_PORT));
  }

  private InetAddress address() {
    var octets = new byte[random.nextBoolean() ? 4 : 16];
    random.nextBytes(octets);
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private PeerId peerId() {
    var bytes = new byte[PeerId.LENGTH];
    random.nextBytes(bytes);
    return PeerId.of(bytes);
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private static <T> List<T> list(int size, IntFunction<T> element) {
    return IntStream.range(0, size).mapToObj(element).toList();
  }
}
