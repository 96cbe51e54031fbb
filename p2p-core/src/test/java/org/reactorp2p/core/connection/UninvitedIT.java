/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.core.handshake.Breach;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.handshake.HandshakeException;
import org.reactorp2p.core.handshake.Loss;
import org.reactorp2p.core.handshake.Remedy;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.tcp.TcpConfig;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Plain sockets that connect and never shake hands. */
@Timeout(120)
class UninvitedIT {

  private static final int KIB = 1024;
  private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

  /** Frame header, port, key, stamp, nonce, the chain name TEST with its length, two versions. */
  private static final int HELLO = 2 + 2 + 32 + 24 + 24 + 4 + 4 + 2 + 2;

  /** How somebody was turned away, and what passed until then. */
  private record TurnedAway(HandshakeException why, long received, long sent, Duration after) {

    Fault fault() {
      return why.fault();
    }
  }

  private static CompletableFuture<TurnedAway> next(TcpPeers peers, Listener door) {
    long begun = System.nanoTime();
    return TcpPeers.accept(door)
        .map(CountedLink::new)
        .flatMap(
            link ->
                peers
                    .answer(link)
                    .materialize()
                    .map(
                        end ->
                            new TurnedAway(
                                (HandshakeException) Objects.requireNonNull(end.getThrowable()),
                                link.received().get(),
                                link.sent().get(),
                                Duration.ofNanos(System.nanoTime() - begun))))
        .toFuture();
  }

  private static TurnedAway outcome(CompletableFuture<TurnedAway> of) throws Exception {
    return of.get(TcpPeers.PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private static Socket knock(Listener door) throws IOException {
    return new Socket(door.local().address(), door.local().port());
  }

  /** Writes until the other side has had enough. */
  private static void flood(Socket socket, Supplier<byte[]> blocks) {
    try {
      while (true) {
        socket.getOutputStream().write(blocks.get());
      }
    } catch (IOException hadEnough) {
      // As it should be.
    }
  }

  private static byte[] everythingSaidTo(Socket socket) {
    try (InputStream in = socket.getInputStream()) {
      return in.readAllBytes();
    } catch (IOException reset) {
      return new byte[0];
    }
  }

  @Test
  void F_01_zeros_at_line_rate_are_turned_away_at_the_first_unit() throws Exception {
    byte[] zeros = new byte[64 * KIB];
    floodFive(() -> zeros);
  }

  @Test
  void F_01_noise_at_line_rate_is_turned_away_at_the_first_unit() throws Exception {
    long seed = Long.getLong("p2p.seed", System.nanoTime());
    System.out.println("seed of the noise: -Dp2p.seed=" + seed);
    Random random = new Random(seed);
    floodFive(
        () -> {
          byte[] noise = new byte[64 * KIB];
          random.nextBytes(noise);
          noise[0] |= 0x10; // no first frame may be so long
          return noise;
        });
  }

  private static void floodFive(Supplier<byte[]> blocks) throws Exception {
    try (TcpPeers peers = new TcpPeers()) {
      Listener door = peers.listen();
      for (int i = 0; i < 5; i++) {
        CompletableFuture<TurnedAway> turned = next(peers, door);
        try (Socket socket = knock(door)) {
          flood(socket, blocks);
        }
        TurnedAway end = outcome(turned);
        assertThat(end.fault()).isEqualTo(new Fault.Misbehaved(Breach.GREETING_LENGTH));
        assertThat(end.fault().remedy()).isEqualTo(Remedy.GREYLIST);
        assertThat(end.received()).isLessThanOrEqualTo(64 * KIB);
        assertThat(end.sent()).isLessThanOrEqualTo(HELLO);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003TLS ClientHello",
        "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "SSH-2.0-OpenSSH_9.6\r\n",
        "Hello, world"
      })
  void F_11_other_protocols_are_turned_away_and_nothing_is_echoed(String greeting)
      throws Exception {
    try (TcpPeers peers = new TcpPeers()) {
      Listener door = peers.listen();
      CompletableFuture<TurnedAway> turned = next(peers, door);
      try (Socket socket = knock(door)) {
        socket.getOutputStream().write(greeting.getBytes(ISO_8859_1));
        TurnedAway end = outcome(turned);
        assertThat(end.fault().remedy()).isEqualTo(Remedy.GREYLIST);
        assertThat(end.after()).isLessThan(FIVE_SECONDS);
        byte[] heard = everythingSaidTo(socket);
        assertThat(heard).hasSizeLessThanOrEqualTo(HELLO);
        assertThat(new String(heard, ISO_8859_1)).doesNotContain(greeting.substring(0, 8));
      }
    }
  }

  @Test
  void H_01_a_byte_now_and_then_does_not_put_off_the_one_deadline() throws Exception {
    Duration patience = Duration.ofMillis(600);
    try (TcpPeers peers = new TcpPeers(TcpConfig.defaults(), patience)) {
      Listener door = peers.listen();
      CompletableFuture<TurnedAway> turned = next(peers, door);
      byte[] legalStart = HexFormat.of().parseHex("005e0000");
      try (Socket socket = knock(door)) {
        Disposable drip =
            Flux.interval(Duration.ofMillis(20), peers.timer)
                .flatMap(tick -> Mono.fromRunnable(() -> drip(socket, legalStart, tick)))
                .subscribe(nothing -> {}, closed -> {});
        TurnedAway end = outcome(turned);
        drip.dispose();
        assertThat(end.fault()).isEqualTo(new Fault.Lost(Loss.TIMED_OUT));
        assertThat(end.after()).isBetween(patience.minusMillis(10), FIVE_SECONDS);
        assertThat(end.received()).isPositive();
        socket.setSoTimeout((int) FIVE_SECONDS.toMillis());
        assertThat(everythingSaidTo(socket)).hasSizeLessThanOrEqualTo(HELLO);
      }
    }
  }

  private static void drip(Socket socket, byte[] start, long tick) {
    try {
      socket.getOutputStream().write(tick < start.length ? start[(int) tick] : 1);
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }
}
