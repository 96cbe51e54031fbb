/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.metrics;

import static io.micrometer.core.instrument.Meter.Type.COUNTER;
import static io.micrometer.core.instrument.Meter.Type.GAUGE;
import static io.micrometer.core.instrument.Meter.Type.TIMER;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import org.jspecify.annotations.Nullable;

/**
 * Every meter there is, with its tags. The page {@code docs/metrics.md} is made from this list.
 *
 * <p>The original's names are without their prefix {@code octez_p2p_}.
 */
public enum P2pMeters implements MeterDocumentation {
  CONNECTIONS(
      GAUGE,
      "p2p.connections",
      "Connections that run.",
      "`connections_incoming`, `connections_outgoing`; `connections_active` is their sum",
      null,
      P2pKey.DIRECTION),
  PRIVATE_CONNECTIONS(
      GAUGE,
      "p2p.connections.private",
      "Connections with a peer that says it is private.",
      "`connections_private`",
      null),
  ATTEMPTS_OPEN(
      GAUGE,
      "p2p.attempts.open",
      "Attempts to have a connection that go on: dials in flight, and links that others opened"
          + " whose handshake has not ended.",
      "",
      null,
      P2pKey.DIRECTION),
  ATTEMPTS(
      COUNTER,
      "p2p.attempts",
      "Attempts to have a connection that ended, by how and why.",
      "",
      null,
      P2pKey.DIRECTION,
      P2pKey.OUTCOME,
      P2pKey.MOTIVE),
  DIAL_DURATION(
      TIMER,
      "p2p.dial.duration",
      "From the first packet of a dial to its outcome, the handshake included.",
      "",
      null,
      P2pKey.OUTCOME),
  HANDSHAKE_DURATION(
      TIMER,
      "p2p.handshake.duration",
      "From the moment there is a link to the outcome.",
      "",
      null,
      P2pKey.DIRECTION,
      P2pKey.OUTCOME),
  DISCONNECTS(
      COUNTER,
      "p2p.disconnects",
      "Connections that ended, by the type of their one reason.",
      "",
      null,
      P2pKey.REASON),
  MESSAGES(
      COUNTER,
      "p2p.messages",
      "Messages handed to the socket, and messages decoded.",
      "`messages_user_message_*` (kind `application`), `messages_advertise_*`,"
          + " `messages_bootstrap_*`, `messages_swap_requests_*`, `messages_swap_ack_*`",
      BaseUnits.MESSAGES,
      P2pKey.FLOW,
      P2pKey.KIND),
  MESSAGE_BYTES(
      COUNTER,
      "p2p.message.bytes",
      "Bytes of these messages, before they are cut and sealed.",
      "",
      BaseUnits.BYTES,
      P2pKey.FLOW,
      P2pKey.KIND),
  BROADCASTS(
      COUNTER,
      "p2p.broadcasts",
      "Messages that were broadcast, one for each receiver.",
      "`messages_broadcast_message_sent` is the sum of all results",
      BaseUnits.MESSAGES,
      P2pKey.RESULT),
  DROPPED(
      COUNTER,
      "p2p.messages.dropped",
      "Messages lost on our side: refused by a full outbox, control messages that nobody took, and"
          + " what was still queued when its connection ended.",
      "",
      BaseUnits.MESSAGES),
  CONTROL_IGNORED(
      COUNTER,
      "p2p.control.ignored",
      "Control messages that were not followed, by why.",
      "`swap_ignored`, for those reasons that concern swaps",
      BaseUnits.MESSAGES,
      P2pKey.DISREGARD),
  SWAPS(
      COUNTER,
      "p2p.swaps",
      "Swaps that we agreed to, by whether we are connected with whom we were offered.",
      "`swap_success`, `swap_fail`",
      null,
      P2pKey.SWAP),
  QUEUED(
      GAUGE,
      "p2p.queue.messages",
      "Messages that wait, in all connections together.",
      "",
      BaseUnits.MESSAGES,
      P2pKey.QUEUE),
  SENDERS_WAITING(
      GAUGE,
      "p2p.queue.senders",
      "Senders that wait for room in an outbox, in all connections together.",
      "",
      null),
  BYTES(
      COUNTER,
      "p2p.bytes",
      "Bytes handed to the sockets and taken from them, handshakes included.",
      "`io_scheduler_total_sent`, `io_scheduler_total_recv`",
      BaseUnits.BYTES,
      P2pKey.FLOW),
  RATE(
      GAUGE,
      "p2p.bandwidth.rate",
      "Bytes per second, a moving average in which the last second counts for a fifth.",
      "`io_scheduler_current_outflow`, `io_scheduler_current_inflow`",
      BaseUnits.BYTES,
      P2pKey.FLOW),
  BANDWIDTH_WAITING(
      GAUGE,
      "p2p.bandwidth.waiting",
      "Connections that wait for their part of a limited bandwidth.",
      "",
      null,
      P2pKey.FLOW),
  BANDWIDTH_WAITED(
      COUNTER,
      "p2p.bandwidth.waited",
      "How long connections have waited for it, added up.",
      "",
      "seconds",
      P2pKey.FLOW),
  POINTS(
      GAUGE,
      "p2p.points",
      "Points that are known.",
      "`points_accepted`, `points_running`, `points_disconnected`",
      null,
      P2pKey.STATE),
  POINTS_RESTING(
      GAUGE,
      "p2p.points.resting",
      "Known points that are left alone for a while, after something went wrong.",
      "`points_greylisted`, which counts those too whose time is over",
      null),
  POINTS_TRUSTED(
      GAUGE,
      "p2p.points.trusted",
      "Known points that are trusted.",
      "`points_trusted`, which is always 0",
      null),
  PEERS(
      GAUGE,
      "p2p.peers",
      "Peers that are known.",
      "`peers_accepted`, `peers_running`, `peers_disconnected`",
      null,
      P2pKey.STATE),
  ACCESS(
      GAUGE,
      "p2p.access",
      "Entries of the lists of whom to keep out and whom to trust.",
      "",
      null,
      P2pKey.LIST),
  EVENTS_LOST(
      COUNTER,
      "p2p.events.lost",
      "Events that subscribers lost because they were too slow.",
      "",
      BaseUnits.EVENTS);

  private final Meter.Type type;
  private final String name;
  private final String description;
  private final String original;
  private final @Nullable String unit;
  private final P2pKey[] keys;

  P2pMeters(
      Meter.Type type,
      String name,
      String description,
      String original,
      @Nullable String unit,
      P2pKey... keys) {
    this.type = type;
    this.name = name;
    this.description = description;
    this.original = original;
    this.unit = unit;
    this.keys = keys;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public Meter.Type getType() {
    return type;
  }

  @Override
  public @Nullable String getBaseUnit() {
    return unit;
  }

  @Override
  public KeyName[] getKeyNames() {
    return keys.clone();
  }

  /** What it counts, in one sentence. */
  public String description() {
    return description;
  }

  /** What the original calls it; empty if it has nothing of the kind. */
  public String original() {
    return original;
  }
}
