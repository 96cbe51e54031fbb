/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.util.Optional;
import java.util.OptionalInt;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.event.Refusal;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One way between us and somebody, from the first packet to the last: an attempt that may become a
 * connection.
 *
 * <p>What the original keeps as the state of a point and the state of a peer, in two tables that
 * must agree, is one stage here; the {@link PassageTable} finds it by either. Confined to the
 * decisions' thread.
 */
public final class Passage {

  private final Direction direction;
  private final Point remote;
  private final Optional<PeerId> expected;
  private Stage stage;
  private Optional<Point> reachable = Optional.empty(); // as an incoming peer said
  private Optional<Refusal> refusal = Optional.empty();
  private final Sinks.Empty<Void> settled = Sinks.empty();
  private final Sinks.Empty<Void> over = Sinks.empty();

  private Passage(Direction direction, Point remote, Optional<PeerId> expected, Stage stage) {
    this.direction = direction;
    this.remote = remote;
    this.expected = expected;
    this.stage = stage;
  }

  /** Somebody opened a link to us. */
  static Passage inbound(Point remote) {
    return new Passage(Direction.INBOUND, remote, Optional.empty(), new Stage.Greeting());
  }

  /** We dial. */
  static Passage outbound(PeerAddress to) {
    return new Passage(Direction.OUTBOUND, to.point(), to.expected(), new Stage.Requested());
  }

  /** Who opened it. */
  public Direction direction() {
    return direction;
  }

  /** The other end of the link: for one we dial the point we dial. */
  public Point remote() {
    return remote;
  }

  /** The only peer that will do for one we dial, if that is known. */
  public Optional<PeerId> expected() {
    return expected;
  }

  /** Where the peer is to be dialled: where we did, or where an accepted one says it listens. */
  Optional<Point> reachable() {
    return direction == Direction.OUTBOUND ? Optional.of(remote) : reachable;
  }

  /** The same with its address alone if it does not listen. */
  IdPoint idPoint() {
    return reachable()
        .map(point -> new IdPoint(point.address(), OptionalInt.of(point.port())))
        .orElseGet(() -> new IdPoint(remote.address(), OptionalInt.empty()));
  }

  /** How far it has come. */
  public Stage stage() {
    return stage;
  }

  /** Whether it still may become a connection. */
  public boolean isPending() {
    return !(stage instanceof Stage.Running) && !isOver();
  }

  /** Whether everything about it has ended. */
  public boolean isOver() {
    return stage instanceof Stage.Over;
  }

  /** The peer, once it was accepted and while it is. */
  public Optional<PeerId> peer() {
    if (stage instanceof Stage.Accepted accepted) {
      return Optional.of(accepted.peer());
    }
    return stage instanceof Stage.Running running ? Optional.of(running.peer()) : Optional.empty();
  }

  /** Whether this may turn out to be the peer at its other end. */
  public boolean mayLeadTo(PeerId peer) {
    return peer().or(() -> expected).map(peer::equals).orElse(true);
  }

  /** Why we refused the peer, if we did. */
  public Optional<Refusal> refusal() {
    return refusal;
  }

  void refuse(Refusal why) {
    refusal = Optional.of(why);
  }

  /** The link came about. */
  public void linked() {
    stage = stage.linked();
  }

  /** Completes on the decisions' thread when it runs or is over, whichever is first. */
  public Mono<Void> settled() {
    return settled.asMono();
  }

  /** Completes on the decisions' thread when it is over, and the table has forgotten it. */
  public Mono<Void> over() {
    return over.asMono();
  }

  void accept(PeerId peer, Optional<Point> saidToListenAt) {
    stage = stage.accept(peer);
    reachable = saidToListenAt;
  }

  void run() {
    stage = stage.run();
    settled.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
  }

  void end() {
    stage = new Stage.Over();
    settled.tryEmitEmpty(); // in vain after it ran
    over.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
  }

  @Override
  public String toString() {
    return direction + " " + remote + " " + stage;
  }
}
