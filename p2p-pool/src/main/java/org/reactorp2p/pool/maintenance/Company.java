/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import java.net.InetAddress;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.reactorp2p.core.connection.ConnectionStat;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.pool.connect.ConnectionRoll;
import org.reactorp2p.pool.connect.Office;
import reactor.core.publisher.Flux;

/** The connections, as maintenance sees them. Confined to the decisions' thread. */
public final class Company {

  private final Office office;
  private final ConnectionRoll<?> roll;
  private final ToDoubleFunction<PeerInfo> score;

  /**
   * @param score what the application thinks of a peer; 1 if it has no opinion
   */
  public Company(Office office, ConnectionRoll<?> roll, ToDoubleFunction<PeerInfo> score) {
    this.office = office;
    this.roll = roll;
    this.score = score;
  }

  Turnout turnout() {
    List<PeerInfo> infos = roll.infos();
    long own = infos.stream().filter(info -> info.direction() == Direction.OUTBOUND).count();
    return new Turnout(infos.size(), (int) own);
  }

  /** A connection came or went; on the decisions' thread, in a task of its own. */
  Flux<Integer> changes() {
    return roll.counts().onBackpressureLatest().publishOn(office.decisions(), 1);
  }

  List<InetAddress> addresses() {
    return roll.infos().stream().map(info -> info.remote().address()).toList();
  }

  /** All, the longest connected first. */
  List<Resident> residents() {
    return roll.all().stream().map(one -> resident(one.info(), one.stat())).toList();
  }

  private Resident resident(PeerInfo info, ConnectionStat stat) {
    return new Resident(
        info.peerId(),
        info.remote().address(),
        info.direction(),
        office.access().isTrusted(info.peerId(), info.idPoint().point()),
        info.metadata().privateNode(),
        stat.received().messages(MessageKind.APPLICATION),
        score.applyAsDouble(info));
  }

  /** Ends the connection, if it still runs. */
  void dismiss(Resident victim) {
    roll.find(victim.peer()).ifPresent(Company::end);
  }

  private static void end(PeerConnection<?> connection) {
    connection.disconnect(new DisconnectReason.TooManyConnections()).subscribe();
  }
}
