/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.wire.MessageNonce;
import org.reactorp2p.crypto.box.Box;
import org.reactorp2p.crypto.box.Boxes;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.PeerId;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Turns a fresh link into an authenticated one, or closes it. Stateless; any number of handshakes
 * may run at once, each on the scheduler of its link, and none shares a key or a nonce with
 * another.
 *
 * <p>The Monos are cold and meant for one subscriber each: a link can be authenticated once. They
 * end with an {@link Authenticated}, which belongs to the subscriber, or with a {@link
 * HandshakeException}; by then the link is closed, and its descriptor free, and the keys are wiped.
 * Cancelling aborts the link and wipes the keys. The time limit covers everything, the peer's and
 * the admission's time alike, and no progress extends it.
 */
public final class Authenticator {
  private final HandshakeConfig config;
  private final Identity identity;
  private final Admission admission;
  private final Supplier<MessageNonce> messageNonces;
  private final Scheduler timer;
  private final Box box;

  /**
   * Makes an authenticator that seals with the plain box.
   *
   * @param identity stays the caller's, who closes it after the last handshake
   * @param messageNonces gives a fresh one for each connection, from a cryptographically strong
   *     source: it is what keeps two sessions with one peer from using the same nonces. Called on
   *     the links' threads; if it throws, that handshake fails
   * @param timer runs the time limits; handed tasks that only hop to the link's scheduler
   */
  public Authenticator(
      HandshakeConfig config,
      Identity identity,
      Admission admission,
      Supplier<MessageNonce> messageNonces,
      Scheduler timer) {
    this(config, identity, admission, messageNonces, timer, Boxes.plain());
  }

  private Authenticator(
      HandshakeConfig config,
      Identity identity,
      Admission admission,
      Supplier<MessageNonce> messageNonces,
      Scheduler timer,
      Box box) {
    this.config = config;
    this.identity = identity;
    this.admission = admission;
    this.messageNonces = messageNonces;
    this.timer = timer;
    this.box = box;
  }

  /** The same, sealing with another box; on the wire there is no difference. */
  public Authenticator sealingWith(Box other) {
    return new Authenticator(config, identity, admission, messageNonces, timer, other);
  }

  /** The same, with other patience for the whole handshake with a peer that we dialled. */
  public Authenticator withOutboundTimeout(Duration limit) {
    HandshakeConfig other = config.withTimeouts(config.inboundTimeout(), limit);
    return new Authenticator(other, identity, admission, messageNonces, timer, box);
  }

  /** Plays the responder on a link that a peer opened. */
  public Mono<Authenticated> inbound(Link link) {
    return authenticate(link, Direction.INBOUND, Optional.empty(), config.inboundTimeout());
  }

  /**
   * Plays the initiator on a link that we opened.
   *
   * @param expected the only peer that will do, if that is known
   */
  public Mono<Authenticated> outbound(Link link, Optional<PeerId> expected) {
    return authenticate(link, Direction.OUTBOUND, expected, config.outboundTimeout());
  }

  private Mono<Authenticated> authenticate(
      Link link, Direction direction, Optional<PeerId> expected, Duration timeout) {
    return Mono.defer(
        () -> {
          var party =
              new Party(config, identity, admission, direction, link.remote(), expected, box);
          return new Play(party, link, messageNonces).within(timeout, timer);
        });
  }
}
