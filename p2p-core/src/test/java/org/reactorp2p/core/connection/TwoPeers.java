/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.reactorp2p.core.handshake.Admission;
import org.reactorp2p.core.handshake.Authenticated;
import org.reactorp2p.core.handshake.Authenticator;
import org.reactorp2p.core.handshake.HandshakeConfig;
import org.reactorp2p.core.model.ChainName;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.limit.LimitedLink;
import org.reactorp2p.core.transport.memory.MemoryNetwork;
import org.reactorp2p.core.wire.FrameCodec;
import org.reactorp2p.core.wire.MessageNonce;
import org.reactorp2p.core.wire.PeerMessageCodec;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.core.wire.WireLimits;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;
import org.reactorp2p.scheduler.BandwidthScheduler;
import org.reactorp2p.scheduler.ByteRate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Two ends of an authenticated link in memory, on virtual time: real handshake, real frames. */
final class TwoPeers implements AutoCloseable {

  static final int LARGEST_BODY = 1 << 20;

  final VirtualTimeScheduler time = VirtualTimeScheduler.create();
  final Authenticated dialler;
  final Authenticated listener;
  final AssemblyBudget budget;

  /** Limit the link of the dialler, once a test says so. */
  final BandwidthScheduler upload = bandwidth();

  final BandwidthScheduler download = bandwidth();

  TwoPeers() {
    this(new AssemblyBudget(64 << 20));
  }

  TwoPeers(AssemblyBudget budget) {
    this.budget = budget;
    MemoryNetwork network = MemoryNetwork.on(time);
    Random random = new Random(7);
    Mono<Listener> listening = network.machine(address(1)).listen(new Point(address(1), 9732));
    Listener door = now(listening);
    Mono<Authenticated> inbound =
        door.accept().next().flatMap(link -> authenticator(1, random).inbound(link)).cache();
    inbound.subscribe();
    Mono<Authenticated> outbound =
        network
            .machine(address(2))
            .dial(door.local())
            .map(link -> LimitedLink.of(link, upload.open(1), download.open(1)))
            .flatMap(link -> authenticator(2, random).outbound(link, Optional.empty()))
            .cache();
    outbound.subscribe();
    time.advanceTime();
    dialler = now(outbound);
    listener = now(inbound);
  }

  private BandwidthScheduler bandwidth() {
    return BandwidthScheduler.create(
        ByteRate.UNLIMITED, time, () -> time.now(TimeUnit.NANOSECONDS));
  }

  private <T> T now(Mono<T> mono) {
    Mono<T> cached = mono.cache();
    cached.subscribe();
    time.advanceTime();
    T value = cached.block(Duration.ZERO);
    assertThat(value).isNotNull();
    return value;
  }

  private Authenticator authenticator(int number, Random random) {
    HandshakeConfig config =
        HandshakeConfig.of(ChainName.of("TEST")).withRequiredDifficulty(Difficulty.NONE);
    byte[] secret = new byte[SecretKey.LENGTH];
    Arrays.fill(secret, (byte) number);
    Identity identity =
        Identity.of(SecretKey.of(secret), ProofOfWorkStamp.of(new byte[ProofOfWorkStamp.LENGTH]));
    return new Authenticator(
        config,
        identity,
        Admission.OPEN,
        () -> {
          byte[] nonce = new byte[MessageNonce.LENGTH];
          random.nextBytes(nonce);
          return MessageNonce.of(nonce);
        },
        time);
  }

  static PeerMessageCodec<RawMessage> codec(WireLimits limits) {
    return new PeerMessageCodec<>(RawMessage.codec(LARGEST_BODY), limits);
  }

  PeerConnection<RawMessage> open(Authenticated end) {
    return open(end, ConnectionConfig.DEFAULT, WireLimits.DEFAULT);
  }

  PeerConnection<RawMessage> open(Authenticated end, ConnectionConfig config, WireLimits limits) {
    return PeerConnection.open(end, codec(limits), new ConnectionContext(config, budget, time));
  }

  /** Runs everything that is due, and lets this much time pass. */
  void pass(Duration duration) {
    time.advanceTimeBy(duration);
  }

  void run() {
    time.advanceTime();
  }

  /** Says anything at all under the dialler's keys, a frame per content. */
  void saySealed(byte[]... contents) {
    for (byte[] content : contents) {
      byte[] frame = new byte[FrameCodec.OVERHEAD + content.length];
      FrameCodec.putPayloadLength(frame, 0, FrameCodec.TAG_LENGTH + content.length);
      System.arraycopy(content, 0, frame, FrameCodec.OVERHEAD, content.length);
      dialler.sealer().seal(frame, FrameCodec.HEADER_LENGTH, content.length);
      sayRaw(frame);
    }
  }

  /** Says anything at all on the dialler's link. */
  void sayRaw(byte[] bytes) {
    dialler.link().send(Flux.just(bytes)).subscribe();
    run();
  }

  static RawMessage message(int tag, int length) {
    byte[] body = new byte[length];
    Arrays.fill(body, (byte) tag);
    return new RawMessage(tag, body);
  }

  static InetAddress address(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) last});
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Override
  public void close() {
    dialler.link().abort();
    listener.link().abort();
    run();
    time.dispose();
  }
}
