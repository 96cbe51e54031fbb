/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WireWriterTest {

  @Test
  void numbers_are_big_endian_and_come_back() {
    byte[] bytes =
        new WireWriter(100)
            .u8(0x1ff)
            .u16(0x1fffe)
            .i32(-2)
            .i64(0x0102030405060708L)
            .bool(true)
            .bool(false)
            .toBytes();
    WireReader in = WireReader.of(bytes);
    assertThat(in.u8()).isEqualTo(0xff);
    assertThat(in.i16()).isEqualTo((short) -2);
    assertThat(in.i32()).isEqualTo(-2);
    assertThat(in.i64()).isEqualTo(0x0102030405060708L);
    assertThat(in.bool()).isTrue();
    assertThat(in.bool()).isFalse();
    in.expectEnd();
    assertThat(bytes).endsWith(-1, 0);
  }

  @Test
  void a_unit_that_fits_stays_in_the_callers_region() {
    byte[] region = new byte[10];
    Arrays.fill(region, (byte) 9);
    WireWriter out = new WireWriter(0).over(region, 2, 6, 100).i32(1);
    assertThat(out.spilled()).isFalse();
    assertThat(out.array()).isSameAs(region);
    assertThat(out.start()).isEqualTo(2);
    assertThat(region).containsExactly(9, 9, 0, 0, 0, 1, 9, 9, 9, 9);
  }

  @Test
  void a_unit_that_does_not_fit_moves_and_loses_nothing() {
    byte[] region = new byte[10];
    WireWriter out = new WireWriter(0).over(region, 2, 6, 100);
    int begun = out.beginDynamic();
    out.bytes(new byte[] {1, 2, 3}).endDynamic(begun);
    assertThat(out.spilled()).isTrue();
    assertThat(out.toBytes()).containsExactly(0, 0, 0, 3, 1, 2, 3);
    assertThat(region[6]).as("behind the region").isZero();
    assertThat(out.over(region, 0, 10, 100).u8(5).toBytes()).containsExactly(5);
  }

  @Test
  void over_the_cap_it_is_a_local_error_even_where_the_region_has_room() {
    byte[] region = new byte[10];
    WireWriter out = new WireWriter(0).over(region, 0, 10, 3).u16(1);
    assertThatExceptionOfType(UnencodableException.class).isThrownBy(() -> out.u16(2));
    assertThat(region).containsExactly(0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThatExceptionOfType(UnencodableException.class)
        .isThrownBy(() -> new WireWriter(1_000).bytes(new byte[1_001]));
    assertThat(new WireWriter(1_000).bytes(new byte[1_000]).length()).isEqualTo(1_000);
  }

  @Test
  void it_grows_to_its_cap_and_no_further() {
    var out = new WireWriter(1_000);
    for (int i = 0; i < 1_000; i++) {
      out.u8(i);
    }
    assertThat(out.array()).hasSize(1_000);
    assertThat(out.toBytes()[999]).isEqualTo((byte) 999);
  }
}
