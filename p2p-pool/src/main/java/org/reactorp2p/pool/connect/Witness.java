/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.reactorp2p.core.connection.ConnectionStat;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.Offence;
import org.reactorp2p.pool.peer.Conduct;
import org.reactorp2p.pool.peer.KnownPeer;
import org.reactorp2p.pool.peer.Meeting;
import org.reactorp2p.pool.peer.Memory;

/** Sees what peers are like, and has it remembered. Confined to the decisions' thread. */
final class Witness {

  private final Office office;
  private final Memory memory;

  Witness(Office office) {
    this.office = office;
    this.memory = office.register().memory();
  }

  /** What the peer was like so far, without the connection that may run. */
  Conduct past(PeerId peer) {
    return memory.known(peer).map(KnownPeer::conduct).orElse(Conduct.NONE);
  }

  /** The same with the connection that runs. */
  Conduct present(PeerId peer, ConnectionStat stat) {
    return past(peer).during(connectedFor(peer), useful(stat));
  }

  void welcomed(PeerId peer, Duration handshake) {
    memory.observe(peer, past -> past.welcomed(handshake));
  }

  /** To be told before the register is, which knows since when we were connected. */
  void parted(PeerId peer, ConnectionStat stat, Offence offence) {
    Duration time = connectedFor(peer);
    memory.observe(
        peer,
        past -> {
          Conduct now = past.during(time, useful(stat));
          return offence.isDecodeError() ? now.erred() : now.forgiven();
        });
  }

  /** No connection came about. */
  void failed(Offence offence, Optional<PeerId> proven) {
    if (offence.isDecodeError()) {
      proven.ifPresent(peer -> memory.observe(peer, Conduct::erred));
    }
  }

  private static long useful(ConnectionStat stat) {
    return stat.received().bytes(MessageKind.APPLICATION);
  }

  private Duration connectedFor(PeerId peer) {
    Instant now = office.clock().instant();
    return memory
        .known(peer)
        .flatMap(known -> known.contacts().established())
        .map(Meeting::at)
        .map(since -> Duration.between(since, now))
        .filter(time -> !time.isNegative())
        .orElse(Duration.ZERO);
  }
}
