/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.handshake.Admission;
import org.reactorp2p.core.handshake.Authenticated;
import org.reactorp2p.core.handshake.Authenticator;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.handshake.Loss;
import org.reactorp2p.core.handshake.Objection;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.limit.LimitedLink;
import org.reactorp2p.pool.acl.Offence;
import org.reactorp2p.pool.acl.Suspect;
import org.reactorp2p.pool.admission.AdmissionPolicy;
import org.reactorp2p.pool.bandwidth.SharedBandwidth;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.event.Probe;
import org.reactorp2p.pool.peer.Passage;
import org.reactorp2p.pool.peer.PassageTable;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.peer.Register;
import org.reactorp2p.pool.peer.Stage;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The one place that moves the table: begins a passage, takes it from a link through the handshake
 * to a connection, and ends it. Every way out, be it a failure, a cancel or the end of a
 * connection, comes by here, so that nothing stays half open.
 *
 * <p>Knows neither who opens links nor who answers messages. Confined to the decisions' thread,
 * unless said otherwise.
 *
 * @param <M> the application's messages
 */
public final class Establisher<M> {

  /** The part that we play in a handshake. */
  @FunctionalInterface
  interface Handshake {
    Mono<Authenticated> over(Link link, Authenticator authenticator);
  }

  private final Office office;
  private final Register register;
  private final PassageTable table;
  private final Doorman doorman;
  private final Witness witness;
  private final Grapevine grapevine;
  private final ConnectionRoll<M> roll;
  private final SharedBandwidth bandwidth;
  private final Function<Admission, Authenticator> authenticators;
  private final Function<Authenticated, PeerConnection<M>> opening;

  /**
   * @param policy whom to let in
   * @param grapevine whom else to tell of to those we refuse, and what to believe of those that
   *     refuse us
   * @param roll takes the connections
   * @param bandwidth limits the links
   * @param authenticators an authenticator that asks this admission
   * @param opening makes a connection of what a handshake left
   */
  public Establisher(
      Office office,
      AdmissionPolicy policy,
      Grapevine grapevine,
      ConnectionRoll<M> roll,
      SharedBandwidth bandwidth,
      Function<Admission, Authenticator> authenticators,
      Function<Authenticated, PeerConnection<M>> opening) {
    this.office = office;
    this.register = office.register();
    this.table = office.passages();
    this.doorman = new Doorman(office, policy, grapevine);
    this.witness = new Witness(office);
    this.grapevine = grapevine;
    this.roll = roll;
    this.bandwidth = bandwidth;
    this.authenticators = authenticators;
    this.opening = opening;
  }

  /** A passage for a link that somebody opened to us; nothing when we are closed. */
  Optional<Attempt<M>> incoming(Point from) {
    Optional<Passage> passage = register.arrive(from);
    passage.ifPresent(begun -> office.events().emit(new P2pEvent.IncomingArrived(from)));
    return passage.map(begun -> attempt(begun, Context.empty()));
  }

  /**
   * A passage for a dial.
   *
   * @param teller the address of who told us that the peer is there, if that is all we know
   * @param caller the context of who asked for it
   * @throws AttemptFailedException if we have nothing to do with it, there is no room for one more,
   *     or we talk to it already
   */
  Attempt<M> outgoing(PeerAddress to, Optional<InetAddress> teller, ContextView caller) {
    objection(to)
        .ifPresent(
            setback -> {
              throw new AttemptFailedException(setback);
            });
    Passage passage =
        teller
            .map(by -> register.dialClaim(to, by))
            .orElseGet(() -> register.dial(to))
            .orElseThrow(() -> new AttemptFailedException(new Setback.PointHeld()));
    office.events().emit(new P2pEvent.OutgoingAttempted(to.point()));
    return attempt(passage, caller);
  }

  /** Why we would not even dial there now, if so. */
  Optional<Setback> objection(PeerAddress to) {
    return doorman.objection(to);
  }

  private Attempt<M> attempt(Passage passage, ContextView caller) {
    Probe.Span span = office.probes().begin(passage.direction(), passage.remote(), caller);
    return new Attempt<>(passage, span, caller);
  }

  /** Runs the handshake on a link, which belongs to the attempt from now on. */
  void shakeHands(Attempt<M> attempt, Link link, Handshake handshake) {
    attempt.linked(office.clock().instant());
    LimitedLink limited = bandwidth.limit(link);
    Authenticator authenticator = authenticators.apply(doorman.admissionOf(attempt.passage()));
    attempt.whileOpen(
        Landing.of(
            handshake.over(limited, authenticator),
            office.decisions(),
            attempt.context(),
            authenticated -> establish(attempt, authenticated, limited),
            failure -> fail(attempt, Obituary.ofHandshake(attempt.passage(), failure))));
  }

  /** No link came about. */
  void unreachable(Attempt<M> attempt, Throwable failure) {
    fail(attempt, Obituary.ofDial(attempt.passage(), failure));
  }

  /** It took too long, whatever it was doing. */
  void timeOut(Attempt<M> attempt) {
    Passage passage = attempt.passage();
    fail(
        attempt,
        passage.stage() instanceof Stage.Requested
            ? Obituary.ofDial(passage, LinkException.Kind.TIMED_OUT)
            : Obituary.of(passage, new Fault.Lost(Loss.TIMED_OUT), Obituary.stranger(passage)));
  }

  /** Gives up what is not yet a connection. */
  void withdraw(Passage passage) {
    office.withdraw(passage);
  }

  /**
   * Completes on the decisions' thread when there is neither a connection with that address nor an
   * attempt. May be subscribed to on any thread.
   */
  Mono<Void> vacant(PeerAddress address) {
    return Mono.defer(
            () ->
                table
                    .holder(address)
                    .map(passage -> passage.over().then(vacant(address)))
                    .orElseGet(Mono::empty))
        .subscribeOn(office.decisions());
  }

  /**
   * Begins nothing any more, gives up what is not yet a connection, and ends the others when what
   * they have queued is sent, or the limit is over.
   *
   * @return hot; completes on the decisions' thread when nothing is left
   */
  public Mono<Void> close(Duration limit) {
    table.close();
    List<Mono<Void>> ends = table.all().stream().map(Passage::over).toList();
    table.all().forEach(this::withdraw);
    roll.all()
        .forEach(
            connection ->
                connection.drainAndDisconnect(new DisconnectReason.NetworkStopped(), limit));
    return Mono.when(ends);
  }

  private void establish(Attempt<M> attempt, Authenticated authenticated, LimitedLink link) {
    if (attempt.isOver()) {
      authenticated.abandon();
      return;
    }
    Passage passage = attempt.passage();
    Optional<Objection> late = doorman.objection(authenticated.info());
    if (late.isPresent()) {
      authenticated.abandon();
      fail(
          attempt, Obituary.of(passage, new Fault.Dropped(late.get()), Obituary.stranger(passage)));
      return;
    }
    PeerConnection<M> connection;
    try {
      connection = opening.apply(authenticated);
    } catch (RuntimeException ours) {
      authenticated.abandon();
      fail(attempt, Obituary.ofHandshake(passage, ours));
      return;
    }
    register.run(passage);
    witness.welcomed(connection.info().peerId(), attempt.sinceLinked(office.clock().instant()));
    bandwidth.enter(connection.info(), link);
    roll.add(connection);
    office.access().sighted(connection.info().peerId(), connection.info().remote().address());
    office.events().emit(new P2pEvent.Connected(connection.info()));
    attempt.succeed(connection);
    connection
        .onClose()
        .subscribe(
            reason -> office.decisions().schedule(() -> end(passage, connection, link, reason)));
  }

  private void end(
      Passage passage, PeerConnection<M> connection, LimitedLink link, DisconnectReason reason) {
    bandwidth.leave(connection.info(), link);
    roll.remove(connection);
    PeerInfo info = connection.info();
    office.events().emit(new P2pEvent.Disconnected(info, reason, connection.stat()));
    Offence offence = Offence.of(reason);
    witness.parted(info.peerId(), connection.stat(), offence);
    charge(
        offence,
        new Suspect(info.remote().address(), Optional.of(info.peerId()), info.idPoint().point()));
    register.disconnect(passage);
  }

  private void charge(Offence offence, Suspect suspect) {
    office
        .access()
        .charge(offence, suspect)
        .forEach(entry -> office.events().emit(new P2pEvent.Greylisted(entry)));
  }

  private void fail(Attempt<M> attempt, Obituary obituary) {
    // A time limit may strike in the very moment in which the connection came about.
    if (attempt.passage().isPending()) {
      office.events().emit(obituary.event());
      witness.failed(obituary.offence(), obituary.suspect().proven());
      charge(obituary.offence(), obituary.suspect());
      attempt.fail(obituary.setback());
      register.fail(attempt.passage(), obituary.setback().remedy(), obituary.suspect().place());
      grapevine.hear(obituary.suspect().from(), obituary.claims());
    }
  }
}
