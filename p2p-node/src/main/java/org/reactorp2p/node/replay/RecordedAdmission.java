/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.List;
import org.reactorp2p.core.handshake.Admission;
import org.reactorp2p.core.handshake.Candidate;
import org.reactorp2p.core.handshake.Decision;
import org.reactorp2p.core.handshake.Objection;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.Ack;
import reactor.core.publisher.Mono;

/**
 * Decides as the recorded node did, for reasons that a recording does not show: free slots, a
 * connection that exists already, trust, points known. What follows from the versions is never
 * asked of it: a recorded Nack for a version that our code agrees to is not repeated.
 */
record RecordedAdmission(Way ours) implements Admission {

  @Override
  public Mono<Decision> decide(Candidate candidate) {
    Ack answer = ours.answer().orElse(null);
    if (answer == null) {
      return Mono.just(new Decision.Drop(Objection.BANNED));
    }
    if (answer instanceof Ack.Nack nack && !nack.motive().meansNoCommonProtocol()) {
      return Mono.just(new Decision.Refuse(nack.motive(), nack.points()));
    }
    if (answer instanceof Ack.NackV0) {
      return Mono.just(new Decision.Refuse(NackMotive.NO_MOTIVE, List.of()));
    }
    return Mono.just(new Decision.Admit());
  }

  @Override
  public Mono<List<Point>> alternatives(Candidate candidate) {
    return Mono.just(
        ours.answer().orElse(null) instanceof Ack.Nack nack ? nack.points() : List.of());
  }
}
