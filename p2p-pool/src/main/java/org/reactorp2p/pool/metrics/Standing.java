/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.metrics;

import io.micrometer.core.instrument.Tag;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.reactorp2p.core.connection.ConnectionStat;
import org.reactorp2p.core.connection.MessageCounts;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.pool.event.Words;
import org.reactorp2p.pool.peer.ContactState;
import org.reactorp2p.pool.stat.NetworkStat;
import org.reactorp2p.scheduler.FlowStat;

/** The meters that are read from a picture of the network. */
final class Standing {

  private static final double NANOS_PER_SECOND = 1e9;

  private final MeterBook book;
  private final RecentStat stat;

  Standing(MeterBook book, RecentStat stat) {
    this.book = book;
    this.stat = stat;
  }

  void register() {
    connections();
    messages(P2pKey.SENT, ConnectionStat::sent);
    messages(P2pKey.RECEIVED, ConnectionStat::received);
    queues();
    broadcasts();
    bandwidth(P2pKey.SENT, now -> now.bandwidth().upload());
    bandwidth(P2pKey.RECEIVED, now -> now.bandwidth().download());
    tables();
    counter(P2pMeters.EVENTS_LOST, NetworkStat::eventsLost);
  }

  private void connections() {
    Tag inbound = direction(Direction.INBOUND);
    Tag outbound = direction(Direction.OUTBOUND);
    gauge(P2pMeters.CONNECTIONS, now -> now.connections().inbound(), inbound);
    gauge(P2pMeters.CONNECTIONS, now -> now.connections().outbound(), outbound);
    gauge(P2pMeters.PRIVATE_CONNECTIONS, now -> now.connections().privateNodes());
    gauge(P2pMeters.ATTEMPTS_OPEN, now -> now.attempts().inbound(), inbound);
    gauge(P2pMeters.ATTEMPTS_OPEN, now -> now.attempts().outbound(), outbound);
  }

  private void messages(String flow, Function<ConnectionStat, MessageCounts> counts) {
    for (MessageKind kind : MessageKind.values()) {
      Tag which = P2pKey.KIND.tag(Words.of(kind));
      counter(
          P2pMeters.MESSAGES,
          now -> counts.apply(now.traffic()).messages(kind),
          P2pKey.FLOW.tag(flow),
          which);
      counter(
          P2pMeters.MESSAGE_BYTES,
          now -> counts.apply(now.traffic()).bytes(kind),
          P2pKey.FLOW.tag(flow),
          which);
    }
  }

  private void queues() {
    gauge(P2pMeters.QUEUED, now -> now.traffic().inboxQueued(), P2pKey.QUEUE.tag(P2pKey.INBOX));
    gauge(P2pMeters.QUEUED, now -> now.traffic().outboxQueued(), P2pKey.QUEUE.tag(P2pKey.OUTBOX));
    gauge(P2pMeters.SENDERS_WAITING, now -> now.traffic().sendersWaiting());
    counter(P2pMeters.DROPPED, now -> now.traffic().dropped());
  }

  private void tables() {
    for (ContactState.Phase phase : ContactState.Phase.values()) {
      Tag state = P2pKey.STATE.tag(Words.of(phase));
      gauge(P2pMeters.POINTS, now -> now.tables().points().getOrDefault(phase, 0), state);
      gauge(P2pMeters.PEERS, now -> now.tables().peers().getOrDefault(phase, 0), state);
    }
    gauge(P2pMeters.POINTS_RESTING, now -> now.tables().restingPoints());
    gauge(P2pMeters.POINTS_TRUSTED, now -> now.tables().trustedPoints());
    gauge(P2pMeters.ACCESS, now -> now.tables().bans(), P2pKey.LIST.tag(P2pKey.BANS));
    gauge(P2pMeters.ACCESS, now -> now.tables().trusted(), P2pKey.LIST.tag(P2pKey.TRUSTED));
    gauge(P2pMeters.ACCESS, now -> now.tables().greylisted(), P2pKey.LIST.tag(P2pKey.GREYLIST));
  }

  private void broadcasts() {
    counter(
        P2pMeters.BROADCASTS,
        now -> now.broadcasts().accepted(),
        P2pKey.RESULT.tag(P2pKey.ACCEPTED));
    counter(
        P2pMeters.BROADCASTS, now -> now.broadcasts().dropped(), P2pKey.RESULT.tag(P2pKey.DROPPED));
    counter(P2pMeters.BROADCASTS, now -> now.broadcasts().ended(), P2pKey.RESULT.tag(P2pKey.ENDED));
  }

  private void bandwidth(String flow, Function<NetworkStat, FlowStat> which) {
    counter(P2pMeters.BYTES, now -> which.apply(now).totalBytes(), P2pKey.FLOW.tag(flow));
    gauge(P2pMeters.RATE, now -> which.apply(now).bytesPerSecond(), P2pKey.FLOW.tag(flow));
    gauge(P2pMeters.BANDWIDTH_WAITING, now -> which.apply(now).waiting(), P2pKey.FLOW.tag(flow));
    counter(
        P2pMeters.BANDWIDTH_WAITED,
        now -> which.apply(now).waited().toNanos() / NANOS_PER_SECOND,
        P2pKey.FLOW.tag(flow));
  }

  private void gauge(P2pMeters meter, ToDoubleFunction<NetworkStat> value, Tag... tags) {
    book.gauge(meter, stat, recent -> value.applyAsDouble(recent.now()), tags);
  }

  private void counter(P2pMeters meter, ToDoubleFunction<NetworkStat> value, Tag... tags) {
    book.counter(meter, stat, recent -> value.applyAsDouble(recent.now()), tags);
  }

  private static Tag direction(Direction direction) {
    return P2pKey.DIRECTION.tag(Words.of(direction));
  }
}
