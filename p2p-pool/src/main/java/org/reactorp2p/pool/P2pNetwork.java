/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.connection.DisconnectedException;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.NetworkVersion;
import org.reactorp2p.core.model.NoMetadata;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.bandwidth.Bandwidth;
import org.reactorp2p.pool.connect.Coalescer;
import org.reactorp2p.pool.connect.ConnectOptions;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.event.Overflow;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.event.Probe;
import org.reactorp2p.pool.exchange.Outreach;
import org.reactorp2p.pool.metrics.P2pMetrics;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.stat.NetworkStat;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Our place in a network of peers: whoever dials us or is dialled, proves who it is and is admitted
 * becomes a {@link PeerConnection}.
 *
 * <pre>
 *   Idle ──start──▶ Starting ─────▶ Running ──stop──▶ Stopped
 *    ▲  └──stop─────────┼──stop──────────────────────────▲
 *    └──────failed──────┘
 * </pre>
 *
 * Once stopped, always stopped; build another. Every method may be called from any thread, and what
 * they return emits on threads of the environment's delivery scheduler, which may block.
 *
 * @param <M> the application's messages
 * @param <P> what the application keeps of a peer, by default nothing
 * @param <C> what nodes say of themselves when a connection begins, by default what Octez says.
 *     Whoever cares for messages only says {@code P2pNetwork<M, ?, ?>}
 */
public final class P2pNetwork<M, P, C> {

  /** How far it is; replaced, never changed. */
  private sealed interface State<M> {

    record Idle<M>() implements State<M> {}

    /** With whether the outcome of the start is known, so that it counts once. */
    record Starting<M>(AtomicBoolean decided) implements State<M> {}

    record Running<M>(RunningNetwork<M> network) implements State<M> {}

    record Stopped<M>() implements State<M> {}
  }

  private final Blueprint<M> plan;
  private final Premises<M> premises;
  private final Broadcaster<M> broadcaster;
  private final Acquaintances known;
  private final Metadata<P, C> metadata;
  private final AtomicReference<State<M>> state = new AtomicReference<>(new State.Idle<>());
  private final Sinks.Empty<Void> stopped = Sinks.empty();

  P2pNetwork(Blueprint<M> plan, MetadataFormats<P, C> formats) {
    this.plan = plan;
    this.premises = new Premises<>(plan);
    this.broadcaster =
        new Broadcaster<>(
            plan.peerCodec(),
            premises.roll(),
            new Coalescer<>(premises.office(), P2pEvent.MessagesDropped::new));
    this.known = new Acquaintances(premises, plan.environment().delivery());
    C own = formats.connection().of(plan.ownMetadata());
    this.metadata = new Metadata<>(formats, own, premises, plan.environment().delivery());
  }

  /**
   * Begins to describe a network over TCP; see {@link Environment#system()}.
   *
   * @param codec how the application's messages lie on the wire
   * @param identity who we are; stays the caller's, who closes it after the network has stopped
   * @param chain the name of the network; peers of another one are refused
   */
  public static <M> P2pNetworkBuilder<M, NoMetadata, ConnectionMetadata> builder(
      MessageCodec<M> codec, Identity identity, ChainName chain) {
    return P2pNetworkBuilder.of(codec, identity, chain, Environment.system());
  }

  /**
   * Begins to describe a network in surroundings of one's choice.
   *
   * @param codec how the application's messages lie on the wire
   * @param identity who we are; stays the caller's, who closes it after the network has stopped
   * @param chain the name of the network; peers of another one are refused
   * @param environment the way to others, threads, time and chance
   */
  public static <M> P2pNetworkBuilder<M, NoMetadata, ConnectionMetadata> builder(
      MessageCodec<M> codec, Identity identity, ChainName chain, Environment environment) {
    return P2pNetworkBuilder.of(codec, identity, chain, environment);
  }

  /**
   * Opens the port, and begins to accept and to dial. Cold. If it fails, for instance because the
   * port is taken, or is cancelled, everything opened is closed again, and it may be tried anew.
   *
   * @return this network; a {@link org.reactorp2p.core.transport.LinkException} whose message is
   *     fit for whoever chose the address; or an {@link IllegalStateException} if it was started
   *     before
   */
  public Mono<P2pNetwork<M, P, C>> start() {
    return Mono.defer(this::begin).publishOn(plan.environment().delivery());
  }

  private Mono<P2pNetwork<M, P, C>> begin() {
    State<M> idle = state.get();
    var starting = new State.Starting<M>(new AtomicBoolean());
    if (!(idle instanceof State.Idle) || !state.compareAndSet(idle, starting)) {
      return Mono.error(new IllegalStateException("a network is started once; build another"));
    }
    return RunningNetwork.open(plan, premises)
        .doOnError(failure -> backToIdle(starting))
        .doOnCancel(() -> backToIdle(starting))
        .flatMap(network -> enter(starting, network));
  }

  private Mono<P2pNetwork<M, P, C>> enter(State.Starting<M> starting, RunningNetwork<M> network) {
    if (starting.decided().compareAndSet(false, true)
        && state.compareAndSet(starting, new State.Running<>(network))) {
      return Mono.just(this);
    }
    conclude(network.close());
    return Mono.error(new IllegalStateException("the network was stopped while it started"));
  }

  private void backToIdle(State.Starting<M> starting) {
    boolean stoppedMeanwhile =
        starting.decided().compareAndSet(false, true)
            && !state.compareAndSet(starting, new State.Idle<>());
    if (stoppedMeanwhile) {
      conclude(Mono.empty());
    }
  }

  /**
   * Stops: dials no more, listens no more, gives up handshakes, lets each connection send what is
   * queued within the drain limit, and ends it for one reason. Then all streams of this network
   * complete. The stop is under way when this returns, whether anybody subscribes or not.
   *
   * @return completes when everything is closed, some seconds after the drain limit at the latest;
   *     never fails; the same for every call
   */
  public Mono<Void> stop() {
    State<M> before = state.getAndUpdate(any -> new State.Stopped<>());
    if (before instanceof State.Running<M> running) {
      conclude(running.network().close());
    } else if (before instanceof State.Idle) {
      conclude(Mono.empty());
    }
    return stopped.asMono().publishOn(plan.environment().delivery());
  }

  private void conclude(Mono<Void> closing) {
    closing
        .then(premises.close())
        .subscribe(null, failure -> stopped.tryEmitEmpty(), stopped::tryEmitEmpty);
  }

  /**
   * What one connection may cost in memory, as a sum of its bounds; the sockets' own buffers and
   * the {@link NetworkConfig#assemblyBudget} that all share come on top.
   */
  public String memoryFormula() {
    NetworkConfig config = plan.config();
    return config.connection().memoryFormula(config.wire().maxMessageLength());
  }

  /** Our own id. */
  public PeerId peerId() {
    return plan.identity().peerId();
  }

  /** The version we announce; what was agreed on with a peer is in its {@link PeerInfo}. */
  public NetworkVersion announcedVersion() {
    return plan.config().handshake().announcedVersion();
  }

  /** Where we take connections, the port as it was really taken; empty if we do not, or not yet. */
  public Optional<Point> listening() {
    return running().flatMap(RunningNetwork::listening);
  }

  /** The connections that run now, the longest running first. */
  public List<PeerConnection<M>> connections() {
    return premises.roll().all();
  }

  /** The connection with this peer, if it runs. */
  public Optional<PeerConnection<M>> connection(PeerId peer) {
    return premises.roll().find(peer);
  }

  /**
   * The connection whose other end this is, or whose peer says that it can be dialled there; if
   * several say so, the one we dialled there, or else the longest running.
   */
  public Optional<PeerConnection<M>> connection(Point point) {
    return premises.roll().find(point);
  }

  /**
   * Ends the connection with this peer, if there is one: what is queued is dropped.
   *
   * @param why our reason, for the event and the log; never sent
   * @return hot: the end is under way when this returns; completes when the socket is closed, at
   *     once if there is none; never fails
   */
  public Mono<Void> disconnect(PeerId peer, String why) {
    return disconnect(connection(peer), why);
  }

  /** As {@link #disconnect(PeerId, String)}, for the one that {@link #connection(Point)} finds. */
  public Mono<Void> disconnect(Point point, String why) {
    return disconnect(connection(point), why);
  }

  private Mono<Void> disconnect(Optional<PeerConnection<M>> connection, String why) {
    return connection
        .map(found -> found.disconnect(new DisconnectReason.Requested(why)))
        .orElseGet(Mono::empty)
        .publishOn(plan.environment().delivery());
  }

  /** The points and peers that this network knows, connected or not. */
  public Acquaintances known() {
    return known;
  }

  /** What nodes say of themselves, and what we keep of peers. */
  public Metadata<P, C> metadata() {
    return metadata;
  }

  /**
   * The connections that run now, and then each new one. What its peer sends waits, within the
   * bounds of its inbox, until somebody subscribes to it. A subscriber that asks for nothing holds
   * up nobody; a connection that ended before it was asked for is left out.
   */
  public Flux<PeerConnection<M>> connected() {
    return premises.roll().connected();
  }

  /**
   * Everything that everybody sends, fairly merged: a peer that sends much holds up none that sends
   * little. Demand runs from here to the sockets. Subscribes to {@link PeerConnection#receive()} of
   * every connection, of which each has one subscriber: use either this or that. Goes on when a
   * connection ends, and completes when the network has stopped.
   */
  public Flux<Received<M>> receiveAny() {
    int peers = plan.config().limits().maxConnections();
    return FairMerge.of(connected(), P2pNetwork::messages, peers);
  }

  private static <M> Flux<Received<M>> messages(PeerConnection<M> connection) {
    return connection
        .receive()
        .onErrorComplete(DisconnectedException.class)
        .map(message -> new Received<>(connection, message));
  }

  /**
   * What happens, after a snapshot of how things stand: where we listen and who is connected. A
   * slow subscriber loses the oldest of what waits for it, and is told how many. Completes when the
   * network has stopped.
   */
  public Flux<P2pEvent> events() {
    return events(Overflow.DROP_OLDEST);
  }

  /**
   * As {@link #events()}, with a choice of what becomes of the news that the subscriber has no time
   * for; with {@link Overflow#ERROR} it may fail with an exception that {@link
   * reactor.core.Exceptions#isOverflow} knows.
   */
  public Flux<P2pEvent> events(Overflow overflow) {
    return premises.office().events().events(overflow);
  }

  /**
   * Tries once to have a connection. Cold; cancelling closes the socket, whatever it is doing, and
   * does nothing to a connection that runs already.
   *
   * @return the connection, owned by the network; or an {@link
   *     org.reactorp2p.pool.connect.AttemptFailedException}, which says why; or an {@link
   *     IllegalStateException} if the network does not run
   */
  public Mono<PeerConnection<M>> connect(PeerAddress address) {
    return connect(address, ConnectOptions.DEFAULT);
  }

  /** As {@link #connect(PeerAddress)}, in its own way. */
  public Mono<PeerConnection<M>> connect(PeerAddress address, ConnectOptions options) {
    return Mono.defer(
            () ->
                running()
                    .map(network -> bond(address, options).then(network.connect(address, options)))
                    .orElseGet(
                        () -> Mono.error(new IllegalStateException("the network does not run"))))
        .publishOn(plan.environment().delivery());
  }

  private Mono<Void> bond(PeerAddress to, ConnectOptions options) {
    return options.bond() == ConnectOptions.Bond.TRUSTED
        ? premises.warden().trust(new Trustee.Place(to.point(), to.expected()))
        : Mono.empty();
  }

  /**
   * Sends to all, encoded once; does not wait for any.
   *
   * @throws org.reactorp2p.core.wire.UnencodableException when the message cannot be encoded
   */
  public BroadcastResult broadcast(M message) {
    return broadcast(message, everybody -> true);
  }

  /** As {@link #broadcast(Object)}, to those that the predicate is true for. */
  public BroadcastResult broadcast(M message, Predicate<? super PeerConnection<M>> to) {
    return broadcaster.broadcast(message, to);
  }

  /**
   * As {@link #broadcast(Object)}, but sends the alternative to those that the predicate is true
   * for, such as peers that speak an older version. Each is encoded once.
   */
  public BroadcastResult broadcast(
      M message, M alternative, Predicate<? super PeerConnection<M>> instead) {
    return broadcaster.broadcast(message, alternative, instead);
  }

  /** The bandwidth: its limits, which may be changed at any time, and what has flowed. */
  public Bandwidth bandwidth() {
    return premises.bandwidth();
  }

  /** How many connections are wanted, and whether there are as many. */
  public Maintenance maintenance() {
    return new Maintenance(
        plan.config().bounds(),
        () -> premises.roll().infos().size(),
        () -> running().flatMap(RunningNetwork::maintenance),
        plan.environment().delivery());
  }

  /** Whom to keep out and whom to trust. */
  public AccessControl access() {
    return new AccessControl(premises.warden(), plan.environment().delivery());
  }

  /** How to hear of more points, and to swap peers. */
  public Gossip gossip() {
    return new Gossip(
        () -> running().<Outreach>map(RunningNetwork::news).orElse(Outreach.NONE),
        premises.office().decisions(),
        plan.environment().delivery());
  }

  /** How things stand, in numbers: a picture, for which every connection is visited. */
  public NetworkStat stat() {
    return premises.stat(broadcaster.totals());
  }

  /**
   * Whether this network does its work: for whoever restarts a process that does not. Asks the
   * thread that decides, without waiting for it, so that a second look some seconds later tells
   * whether it answered. Any thread.
   */
  public Health health() {
    return premises
        .watchdog()
        .look(
            running()
                .map(RunningNetwork::complaints)
                .orElseGet(() -> List.of("the network does not run")));
  }

  /** Meters for Micrometer; bound by the application, which also closes them. */
  public P2pMetrics metrics() {
    Office office = premises.office();
    return new P2pMetrics(this::stat, office.events().tally(), office.probes());
  }

  /**
   * Has this one measure every attempt to have a connection that begins from now on, such as {@link
   * org.reactorp2p.pool.metrics.P2pObservations}. Any thread, before the start too.
   *
   * @return disposing ends it
   */
  public Disposable observe(Probe probe) {
    return premises.office().probes().add(probe);
  }

  private Optional<RunningNetwork<M>> running() {
    return state.get() instanceof State.Running<M> running
        ? Optional.of(running.network())
        : Optional.empty();
  }
}
