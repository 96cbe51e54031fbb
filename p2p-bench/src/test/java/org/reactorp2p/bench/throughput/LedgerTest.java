/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactorp2p.bench.contender.Cargo;
import org.reactorp2p.bench.contender.Payload;

class LedgerTest {

  @ParameterizedTest
  @EnumSource(Payload.class)
  void what_comes_in_order_is_sound(Payload payload) {
    Cargo cargo = new Cargo(payload);
    Ledger ledger = new Ledger(cargo);
    for (int i = 0; i < 100; i++) {
      ledger.enter(new Cargo(payload).body(i));
    }
    assertThat(ledger.messages()).isEqualTo(100);
    assertThat(ledger.isSound()).isTrue();
  }

  @Test
  void two_that_changed_places_are_not_sound() {
    Cargo cargo = new Cargo(Payload.SMALL);
    Ledger ledger = new Ledger(cargo);
    ledger.enter(cargo.body(1));
    ledger.enter(cargo.body(0));
    assertThat(ledger.isSound()).isFalse();
  }

  @Test
  void one_that_is_missing_is_not_sound() {
    Cargo cargo = new Cargo(Payload.SMALL);
    Ledger ledger = new Ledger(cargo);
    ledger.enter(cargo.body(0));
    ledger.enter(cargo.body(2));
    assertThat(ledger.isSound()).isFalse();
  }

  @Test
  void one_that_is_too_short_is_not_sound() {
    Ledger ledger = new Ledger(new Cargo(Payload.SMALL));
    ledger.enter(new byte[31]);
    assertThat(ledger.isSound()).isFalse();
  }

  @Test
  void a_byte_damaged_in_the_middle_of_one_that_is_compared_is_not_sound() {
    Cargo cargo = new Cargo(Payload.MEDIUM);
    Ledger ledger = new Ledger(cargo);
    byte[] damaged = cargo.body(0).clone();
    damaged[500] ^= 1;
    ledger.enter(damaged);
    assertThat(ledger.isSound()).isFalse();
  }

  @Test
  void messages_are_found_in_a_stream_however_it_is_cut() {
    long seed = 5;
    SplittableRandom random = new SplittableRandom(seed);
    Cargo cargo = new Cargo(Payload.SMALL);
    Ledger ledger = new Ledger(cargo);
    Slicer slicer = new Slicer(cargo, ledger);
    byte[] stream = new byte[1_000 * 32];
    for (int i = 0; i < 1_000; i++) {
      System.arraycopy(cargo.body(i), 0, stream, i * 32, 32);
    }
    for (int at = 0; at < stream.length; ) {
      int now = Math.min(stream.length - at, random.nextInt(1, 100));
      slicer.take(Unpooled.wrappedBuffer(stream, at, now));
      at += now;
    }
    assertThat(ledger.messages()).isEqualTo(1_000);
    assertThat(ledger.isSound()).isTrue();
  }
}
