/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last time of each kind of contact with a point or a peer. Immutable.
 *
 * @param failed no link came about, or nobody proved who they are there; never set for peers
 * @param rejected we wanted each other's answer, and it was no, or none
 * @param established a connection came about
 * @param disconnected a connection ended
 */
public record Contacts<W>(
    Optional<Instant> failed,
    Optional<Meeting<W>> rejected,
    Optional<Meeting<W>> established,
    Optional<Meeting<W>> disconnected) {

  /** There was none yet. */
  public static <W> Contacts<W> none() {
    return new Contacts<>(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The last time that somebody was there. */
  public Optional<Instant> lastSeen() {
    return lastMeeting().map(Meeting::at);
  }

  /** The same with who it was. */
  public Optional<Meeting<W>> lastMeeting() {
    return later(later(rejected, established), disconnected);
  }

  /** Asked of every point for every one that comes, so without a stream. */
  private static <W> Optional<Meeting<W>> later(
      Optional<Meeting<W>> one, Optional<Meeting<W>> other) {
    boolean first = other.isEmpty() || one.isPresent() && one.get().at().isAfter(other.get().at());
    return first ? one : other;
  }

  /** The last time that something was not as we wanted it. */
  public Optional<Instant> lastMiss() {
    return Stream.of(failed, rejected.map(Meeting::at), disconnected.map(Meeting::at))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  /** The same, none later than this. */
  Contacts<W> asOf(Instant now) {
    return new Contacts<>(
        failed.map(at -> at.isAfter(now) ? now : at),
        rejected.map(meeting -> meeting.asOf(now)),
        established.map(meeting -> meeting.asOf(now)),
        disconnected.map(meeting -> meeting.asOf(now)));
  }

  Contacts<W> withFailure(Instant at) {
    return new Contacts<>(Optional.of(at), rejected, established, disconnected);
  }

  Contacts<W> withRejection(W by, Instant at) {
    return new Contacts<>(failed, Optional.of(new Meeting<>(by, at)), established, disconnected);
  }

  Contacts<W> withConnection(W to, Instant at) {
    return new Contacts<>(failed, rejected, Optional.of(new Meeting<>(to, at)), disconnected);
  }

  Contacts<W> withDisconnection(W from, Instant at) {
    return new Contacts<>(failed, rejected, established, Optional.of(new Meeting<>(from, at)));
  }
}
