/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.NoMetadata;
import org.reactorp2p.core.wire.MetadataCodec;
import org.reactorp2p.core.wire.WireReader;
import org.reactorp2p.core.wire.WireWriter;

class OwnMetadataTest {

  /** An application's codec that is careless: it throws what it likes. */
  private record Careless(int minLength, int maxLength) implements MetadataCodec<String> {
    @Override
    public void encode(String value, WireWriter out) {
      value.chars().forEach(out::u8);
    }

    @Override
    public String decode(WireReader in) {
      byte[] letters = in.rest();
      if (letters.length > 0 && letters[0] == '!') {
        throw new IllegalStateException("no text begins with !");
      }
      return new String(letters, java.nio.charset.StandardCharsets.US_ASCII);
    }

    @Override
    public boolean isPrivate(String value) {
      return value.startsWith("hush");
    }
  }

  private static final MetadataCodec<String> TEXT = new Careless(1, 20);

  private static Party saying(int number, Direction direction, OwnMetadata<?> words) {
    return Parties.party(number, direction, Parties.CONFIG.withMetadata(words));
  }

  private static Duet between(OwnMetadata<?> ours, OwnMetadata<?> theirs) {
    return Duet.introduced(
        saying(1, Direction.OUTBOUND, ours), saying(2, Direction.INBOUND, theirs));
  }

  private static Candidate heardBy(Turn turn) {
    return ((Conversation.Weighing) turn.next()).candidate();
  }

  @Test
  void an_application_says_of_itself_what_it_likes() {
    Duet duet =
        between(new OwnMetadata<>(TEXT, "baker"), new OwnMetadata<>(TEXT, "hush, an archive"));

    assertThat(TEXT.of(heardBy(duet.ours).metadata())).isEqualTo("hush, an archive");
    assertThat(heardBy(duet.ours).metadata().privateNode()).isTrue();
    assertThat(TEXT.of(heardBy(duet.theirs).metadata())).isEqualTo("baker");
    assertThat(heardBy(duet.theirs).metadata().privateNode()).isFalse();
  }

  @Test
  void nothing_at_all_is_a_frame_of_a_tag_alone() {
    var nothing = new OwnMetadata<>(MetadataCodec.NONE, NoMetadata.NONE);
    Party us = saying(1, Direction.OUTBOUND, nothing);
    Party them = saying(2, Direction.INBOUND, nothing);

    assertThat(Duet.begun(us, them).heard().ours.frame()).hasSize(2 + 16);
    assertThat(heardBy(Duet.introduced(us, them).ours).metadata()).isEqualTo(nothing.asHeard());
  }

  @Test
  void whatever_a_codec_throws_is_malformed_metadata() {
    Duet duet = between(new OwnMetadata<>(TEXT, "ok"), new OwnMetadata<>(new Loud(), "!?"));

    assertThat(Duet.fault(duet.ours)).isEqualTo(new Fault.Misbehaved(Breach.MALFORMED_METADATA));
  }

  @Test
  void a_length_out_of_bounds_is_refused_before_it_comes() {
    FrameBounds bounds = new OwnMetadata<>(TEXT, "ok").bounds();

    assertThat(bounds.admit(16)).isFalse();
    assertThat(bounds.admit(16 + 1)).isTrue();
    assertThat(bounds.admit(16 + 20)).isTrue();
    assertThat(bounds.admit(16 + 21)).isFalse();
    assertThat(bounds.breachOf(16 + 21)).isEqualTo(Breach.MALFORMED_METADATA);
  }

  @Test
  void by_default_the_wire_has_the_two_flags_of_octez() {
    var flags = new OwnMetadata<>(MetadataCodec.OCTEZ, new ConnectionMetadata(true, false));

    assertThat(flags.encoded()).containsExactly(0xff, 0);
    assertThat(flags.keptPrivate().encoded()).containsExactly(0xff, 0xff);
    assertThat(flags.bounds().admit(18)).isTrue();
    assertThat(flags.bounds().admit(17)).isFalse();
    assertThat(flags.bounds().admit(19)).isFalse();
  }

  @Test
  void what_peers_would_refuse_is_not_said() {
    assertThatThrownBy(() -> new OwnMetadata<>(TEXT, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("our connection metadata takes 0 bytes, but peers expect 1 to 20");
    assertThatThrownBy(() -> new OwnMetadata<>(new Careless(0, 4097), "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("connection metadata needs 0 <= shortest <= longest <= 4096 bytes");
    assertThatThrownBy(() -> new OwnMetadata<>(new Careless(3, 2), "abc"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Says what others do not understand. */
  private static final class Loud implements MetadataCodec<String> {
    @Override
    public int maxLength() {
      return 20;
    }

    @Override
    public void encode(String value, WireWriter out) {
      value.chars().forEach(out::u8);
    }

    @Override
    public String decode(WireReader in) {
      return "loud " + in.rest().length;
    }
  }
}
