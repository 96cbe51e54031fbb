/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static java.util.stream.Collectors.toSet;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.reactorp2p.core.connection.AssemblyBudget;
import org.reactorp2p.core.connection.ConnectionContext;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.handshake.Admission;
import org.reactorp2p.core.handshake.Authenticated;
import org.reactorp2p.core.handshake.Authenticator;
import org.reactorp2p.core.handshake.HandshakeConfig;
import org.reactorp2p.core.handshake.OwnMetadata;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.model.RemoteMetadata;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.core.wire.PeerMessageCodec;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.pool.acl.AccessList;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.acl.Visitors;
import org.reactorp2p.pool.admission.AdmissionPolicy;
import org.reactorp2p.pool.admission.Places;
import org.reactorp2p.pool.bandwidth.SharedBandwidth;
import org.reactorp2p.pool.bandwidth.Weigher;
import org.reactorp2p.pool.connect.Dialer;
import org.reactorp2p.pool.connect.Office;
import org.reactorp2p.pool.connect.Scorekeeper;
import org.reactorp2p.pool.exchange.Outreach;
import org.reactorp2p.pool.maintenance.Company;
import org.reactorp2p.pool.maintenance.MaintenanceWorker;
import org.reactorp2p.pool.maintenance.Prospects;
import org.reactorp2p.pool.peer.PeerAddress;
import org.reactorp2p.pool.score.PeerScore;
import reactor.core.scheduler.Scheduler;

/**
 * All that a network is made of, before it is made.
 *
 * @param identity stays the caller's, who closes it after the network has stopped
 * @param book where to write down whom we know; nowhere if empty
 */
record Blueprint<M>(
    MessageCodec<M> codec,
    Identity identity,
    NetworkConfig config,
    PeerScore score,
    Optional<BookKeeping> book,
    Environment environment) {

  /** The same, behaving like this. */
  Blueprint<M> withConfig(NetworkConfig other) {
    return new Blueprint<>(codec, identity, other, score, book, environment);
  }

  /** The same, valuing peers like this. */
  Blueprint<M> withScore(PeerScore other) {
    return new Blueprint<>(codec, identity, config, other, book, environment);
  }

  /** The same, with this book. */
  Blueprint<M> withBook(BookKeeping keeping) {
    return new Blueprint<>(codec, identity, config, score, Optional.of(keeping), environment);
  }

  /** What we say of ourselves; as peers hear it, and so as a codec of theirs reads it. */
  RemoteMetadata ownMetadata() {
    return metadata().asHeard();
  }

  PeerMessageCodec<M> peerCodec() {
    return new PeerMessageCodec<>(codec, config.wire());
  }

  AdmissionPolicy admissionPolicy() {
    AccessConfig access = config.access();
    var places =
        new Places(config.limits().maxConnections(), access.keptForTrusted(), access.perAddress());
    return new AdmissionPolicy(identity.peerId(), access.visitors(), places);
  }

  /** The lists as they are at first: those of the configuration, and whom it wants dialled. */
  AccessList accessList(InstantSource clock) {
    var list = new AccessList(config.access().greylist(), clock);
    list.restore(config.access().initial());
    config.peers().stream()
        .map(peer -> new Trustee.Place(peer.point(), peer.expected()))
        .forEach(list::trust);
    return list;
  }

  /**
   * Makes authenticators.
   *
   * @param listening where others reach us, if they do
   */
  Function<Admission, Authenticator> authenticators(Optional<Point> listening, Scheduler timer) {
    HandshakeConfig handshake =
        config
            .handshake()
            .withAnnouncedPort(config.announcement().port(listening))
            .withMetadata(metadata());
    return admission ->
        new Authenticator(handshake, identity, admission, environment.nonces(), timer)
            .sealingWith(environment.box().get());
  }

  /** In private mode others are told to keep our address to themselves, whatever was asked for. */
  private OwnMetadata<?> metadata() {
    OwnMetadata<?> asked = config.handshake().metadata();
    return config.access().visitors() == Visitors.TRUSTED_ONLY ? asked.keptPrivate() : asked;
  }

  /**
   * Keeps the number of connections right. The points of the configuration are left to whoever
   * dials them for ever, so that nobody is dialled by two.
   */
  MaintenanceWorker maintenance(Premises<M> premises, Dialer<M> dialer, Outreach outreach) {
    Office office = premises.office();
    AdmissionPolicy policy = admissionPolicy();
    Set<Point> named = config.peers().stream().map(PeerAddress::point).collect(toSet());
    var prospects =
        new Prospects(
            office,
            reputation -> policy.objection(reputation).isEmpty(),
            named::contains,
            peer -> premises.scores().of(peer).value(),
            config.maintenance().impatience());
    return new MaintenanceWorker(
        office,
        dialer,
        new Company(office, premises.roll(), peer -> premises.scores().of(peer).value()),
        prospects,
        config.maintenance(),
        config.bounds(),
        outreach);
  }

  /** The bandwidth that all links share. */
  SharedBandwidth bandwidth(Scorekeeper scores, Scheduler decisions) {
    Weigher weigher = score == PeerScore.EQUAL ? Weigher.EVEN : peer -> scores.of(peer).value();
    return new SharedBandwidth(config.bandwidth(), weigher, decisions);
  }

  /** Makes connections, which share one budget. */
  Function<Authenticated, PeerConnection<M>> opening(Scheduler timer) {
    PeerMessageCodec<M> peerCodec = peerCodec();
    var context =
        new ConnectionContext(
            config.connection(), new AssemblyBudget(config.assemblyBudget()), timer);
    return authenticated -> PeerConnection.open(authenticated, peerCodec, context);
  }
}
