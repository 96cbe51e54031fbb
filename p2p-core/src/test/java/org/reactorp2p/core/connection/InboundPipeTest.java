/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reactorp2p.core.connection.TwoPeers.message;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.wire.MessageAssembler;
import org.reactorp2p.core.wire.MessageCodec;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.core.wire.PeerMessageCodec;
import org.reactorp2p.core.wire.RawMessage;
import org.reactorp2p.core.wire.WireLimits;
import org.reactorp2p.core.wire.WireReader;
import org.reactorp2p.core.wire.WireWriter;

class InboundPipeTest {

  private final TwoPeers peers = new TwoPeers();
  private final List<DisconnectReason> reasons = new ArrayList<>();
  private final Tally tally = new Tally();

  @AfterEach
  void close() {
    peers.close();
  }

  @Test
  void a_call_that_is_not_needed_changes_nothing() {
    InboundPipe<RawMessage> pipe = pipe(RawMessage.codec(1000));
    pipe.run();
    peers.run();

    pipe.run(); // room was made and seen in the same moment: both sides go on
    peers.saySealed(encoded(message(0x10, 3)), encoded(message(0x10, 5)));

    assertThat(tally.messagesReceived()).isEqualTo(2);
    assertThat(reasons).isEmpty();
  }

  @Test
  void a_call_after_the_failure_changes_nothing() {
    InboundPipe<RawMessage> pipe = pipe(RawMessage.codec(1000));
    pipe.run();
    byte[] forged = new byte[2 * (2 + 16)];
    forged[1] = 16;
    forged[2 + 16 + 1] = 16;
    peers.sayRaw(forged);
    assertThat(reasons).hasSize(1);

    pipe.run(); // asked for before, and on its way since

    assertThat(reasons).hasSize(1).first().isInstanceOf(DisconnectReason.Undecipherable.class);
  }

  @Test
  void M_11_a_codec_that_fails_at_a_tag_ends_the_connection_as_our_own_fault() {
    pipe(new BrokenCodec()).run();
    peers.saySealed(encoded(message(0x10, 3)));

    assertThat(reasons)
        .containsExactly(new DisconnectReason.InternalError("UnsupportedOperationException"));
  }

  private <M> InboundPipe<M> pipe(MessageCodec<M> codec) {
    Inbox<M> application = inbox();
    Inbox<PeerMessage<M>> control = inbox();
    var watch =
        new ProgressWatch(
            peers.time, peers.time, Duration.ofMinutes(1), 1, () -> Duration.ZERO, () -> {});
    return new InboundPipe<>(
        peers.listener.reader(),
        peers.listener.opener(),
        new MessageAssembler<>(new PeerMessageCodec<>(codec, WireLimits.DEFAULT)),
        new Reception<>(application, control, tally, () -> {}),
        new Assembly(peers.budget, watch, () -> {}),
        tally,
        reasons::add);
  }

  private static <T> Inbox<T> inbox() {
    return new Inbox<>(MailboxLimits.DEFAULT, () -> {}, thrown -> {});
  }

  private static byte[] encoded(RawMessage message) {
    return TwoPeers.codec(WireLimits.DEFAULT)
        .encode(new PeerMessage.Application<>(message))
        .toBytes();
  }

  /** Fails where nobody expects it. */
  private static final class BrokenCodec implements MessageCodec<String> {
    @Override
    public int tag(String message) {
      return 0x10;
    }

    @Override
    public boolean knows(int tag) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int maxBodyLength(int tag) {
      return 100;
    }

    @Override
    public void encodeBody(String message, WireWriter out) {}

    @Override
    public String decodeBody(int tag, WireReader body) {
      return "";
    }
  }
}
