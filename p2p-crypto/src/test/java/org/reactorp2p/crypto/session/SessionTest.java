/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reactorp2p.crypto.box.BoxCipher;
import org.reactorp2p.crypto.box.BoxKey;
import org.reactorp2p.crypto.box.Boxes;
import org.reactorp2p.crypto.identity.KnownIdentities;
import org.reactorp2p.crypto.identity.PublicKey;
import org.reactorp2p.crypto.identity.WeakKeyException;

class SessionTest {
  private static final long SEED = 48;
  private static final byte[] TEXT = {1, 2, 3, 4, 5};

  private final TwoSides sides = TwoSides.ofTheWorkedExample();

  @Test
  void either_side_opens_what_the_other_one_seals() {
    assertHeard(sides.alice().sealer(), sides.bob().opener());
    assertHeard(sides.bob().sealer(), sides.alice().opener());
  }

  private static void assertHeard(Sealer sealer, Opener opener) {
    Random random = new Random(SEED);
    for (int i = 0; i < 300; i++) {
      byte[] text = new byte[random.nextInt(3000)];
      random.nextBytes(text);
      assertThat(TwoSides.opened(opener, TwoSides.sealed(sealer, text)))
          .as("seed %d, frame %d", SEED, i)
          .isEqualTo(text);
    }
  }

  @Test
  void works_in_the_middle_of_an_array_and_nowhere_else_in_it() {
    byte[] frame = new byte[60];
    frame[1] = 7;
    System.arraycopy(TEXT, 0, frame, 2 + Sealer.TAG_LENGTH, TEXT.length);
    assertThat(sides.alice().sealer().seal(frame, 2, TEXT.length)).isEqualTo(21);
    assertThat(frame[1]).isEqualTo((byte) 7);
    assertThat(java.util.Arrays.copyOfRange(frame, 23, 60)).containsOnly(0);
    assertThat(sides.bob().opener().open(frame, 2, 21)).isEqualTo(TEXT.length);
    assertThat(java.util.Arrays.copyOfRange(frame, 18, 23)).isEqualTo(TEXT);
  }

  @Test
  void nobody_opens_what_he_sealed_himself() {
    byte[] box = TwoSides.sealed(sides.alice().sealer(), TEXT);
    assertRefused(sides.alice().opener(), box);
  }

  @Test
  void every_flipped_bit_is_noticed_and_nothing_released() {
    byte[] genuine = TwoSides.sealed(sides.alice().sealer(), TEXT);
    for (int bit = 0; bit < genuine.length * Byte.SIZE; bit++) {
      byte[] forged = genuine.clone();
      forged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertRefused(TwoSides.ofTheWorkedExample().bob().opener(), forged);
    }
  }

  private static void assertRefused(Opener opener, byte[] box) {
    byte[] untouched = box.clone();
    assertThatExceptionOfType(DecipherException.class)
        .isThrownBy(() -> opener.open(box, 0, box.length))
        .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    assertThat(box).isEqualTo(untouched);
  }

  @Test
  void the_first_failure_is_the_last() {
    Sealer sealer = sides.alice().sealer();
    Opener opener = sides.bob().opener();
    byte[] first = TwoSides.sealed(sealer, TEXT);
    byte[] second = TwoSides.sealed(sealer, TEXT);
    assertRefused(opener, second);
    assertRefused(opener, first);
    assertRefused(opener, second);
  }

  @Test
  void frames_do_not_come_again_are_not_left_out_and_keep_their_order() {
    List<byte[]> boxes = new ArrayList<>();
    Sealer sealer = sides.alice().sealer();
    for (int i = 0; i < 3; i++) {
      boxes.add(TwoSides.sealed(sealer, TEXT));
    }
    assertFailsAt(1, boxes.get(0), boxes.get(0));
    assertFailsAt(1, boxes.get(0), boxes.get(2));
    assertFailsAt(0, boxes.get(1), boxes.get(0));
  }

  private static void assertFailsAt(int place, byte[]... boxes) {
    Opener opener = TwoSides.ofTheWorkedExample().bob().opener();
    for (int i = 0; i < place; i++) {
      assertThat(TwoSides.opened(opener, boxes[i])).isEqualTo(TEXT);
    }
    assertRefused(opener, boxes[place]);
  }

  @Test
  void a_box_shorter_than_a_tag_is_refused_before_any_crypto() {
    for (int length = 0; length < Opener.TAG_LENGTH; length++) {
      assertRefused(TwoSides.ofTheWorkedExample().bob().opener(), new byte[length]);
    }
  }

  @Test
  void a_range_outside_the_array_uses_up_no_nonce() {
    Sealer sealer = sides.alice().sealer();
    Opener opener = sides.bob().opener();
    assertOutOfBounds(() -> sealer.seal(new byte[20], 0, 5));
    assertOutOfBounds(() -> sealer.seal(new byte[20], 0, -1));
    assertOutOfBounds(() -> sealer.seal(new byte[20], -1, 1));
    assertOutOfBounds(() -> opener.open(new byte[20], 0, 21));
    assertThat(TwoSides.opened(opener, TwoSides.sealed(sealer, TEXT))).isEqualTo(TEXT);
  }

  private static void assertOutOfBounds(Runnable call) {
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(call::run);
  }

  @Test
  void stops_when_the_nonces_are_used_up() {
    Sealer sealer = new Sealer(cipher(), new NonceSequence(new byte[24], 2));
    Opener opener = new Opener(cipher(), new NonceSequence(new byte[24], 1));
    byte[] first = TwoSides.sealed(sealer, TEXT);
    byte[] second = TwoSides.sealed(sealer, TEXT);
    byte[] third = TEXT.clone();
    byte[] buffer = java.util.Arrays.copyOf(third, third.length + Sealer.TAG_LENGTH);
    assertThatExceptionOfType(NoncesExhaustedException.class)
        .isThrownBy(() -> sealer.seal(buffer, 0, third.length));
    assertThat(buffer).startsWith(TEXT);
    assertThat(TwoSides.opened(opener, first)).isEqualTo(TEXT);
    assertThatExceptionOfType(NoncesExhaustedException.class)
        .isThrownBy(() -> TwoSides.opened(opener, second));
  }

  private static BoxCipher cipher() {
    return Boxes.plain().cipher(BoxKey.ofPrecomputed(new byte[BoxKey.LENGTH]));
  }

  @Test
  void there_is_one_sealer_and_one_opener() {
    sides.alice().sealer();
    sides.alice().opener();
    assertThatIllegalStateException().isThrownBy(sides.alice()::sealer);
    assertThatIllegalStateException().isThrownBy(sides.alice()::opener);
  }

  @Test
  void sealer_and_opener_outlive_the_keys_they_came_from() {
    Sealer sealer = sides.alice().sealer();
    Opener opener = sides.bob().opener();
    sides.alice().close();
    sides.bob().close();
    assertHeard(sealer, opener);
    assertThatIllegalStateException().isThrownBy(sides.bob()::sealer);
    assertThatIllegalStateException().isThrownBy(sides.alice()::opener);
  }

  @Test
  void nothing_works_after_close_and_closing_twice_is_fine() {
    Sealer sealer = sides.alice().sealer();
    Opener opener = sides.bob().opener();
    byte[] box = TwoSides.sealed(sealer, TEXT);
    sealer.close();
    sealer.close();
    opener.close();
    opener.close();
    assertThatIllegalStateException().isThrownBy(() -> sealer.seal(new byte[16], 0, 0));
    assertThatIllegalStateException().isThrownBy(() -> opener.open(box, 0, box.length));
  }

  @Test
  void secrets_hide() {
    assertThat(sides.alice()).hasToString("SessionKeys(hidden)");
    assertThat(sides.alice().sealer()).hasToString("Sealer(hidden)");
    assertThat(sides.alice().opener()).hasToString("Opener(hidden)");
  }

  @Test
  void H_05_a_weak_key_ends_the_derivation() {
    assertThatExceptionOfType(WeakKeyException.class)
        .isThrownBy(
            () ->
                SessionKeys.derive(
                    KnownIdentities.secretKey(KnownIdentities.ALICE_SECRET),
                    PublicKey.of(new byte[PublicKey.LENGTH]),
                    Role.INITIATOR,
                    TwoSides.ALICE_FRAME,
                    TwoSides.BOB_FRAME));
  }
}
