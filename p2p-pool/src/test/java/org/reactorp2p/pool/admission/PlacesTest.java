/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.NumericAddress;
import org.reactorp2p.pool.acl.BlockCounts;
import org.reactorp2p.pool.acl.Reputation;
import org.reactorp2p.pool.event.Refusal;

class PlacesTest {

  private static final AddressLimits TIGHT =
      new AddressLimits(2, 3, 2, 3, AddressLimits.Loopback.EXEMPT);

  @Test
  void strangers_leave_places_to_trusted_ones_that_are_missing() {
    var places = new Places(4, 2, AddressLimits.NONE);
    assertThat(stranger(places, 1, 5)).isEmpty();
    assertThat(stranger(places, 2, 5)).contains(Refusal.PLACES_KEPT);
    assertThat(stranger(places, 2, 1)).isEmpty();
    assertThat(stranger(places, 3, 1)).contains(Refusal.PLACES_KEPT);
    assertThat(stranger(places, 3, 0)).isEmpty();
    assertThat(trusted(places, 3, 5)).isEmpty();
    assertThat(trusted(places, 4, 5)).contains(Refusal.NO_PLACE);
    assertThat(stranger(places, 4, 5)).contains(Refusal.NO_PLACE);
  }

  @Test
  void one_place_at_least_is_anybodys() {
    assertThat(stranger(new Places(1, 8, AddressLimits.NONE), 0, 8)).isEmpty();
  }

  @Test
  void P_01_an_IPv4_address_and_its_24_fill_up() {
    assertThat(from("192.0.2.1", "192.0.2.1")).isEmpty();
    assertThat(from("192.0.2.1", "192.0.2.1", "192.0.2.1")).contains(Refusal.ADDRESS_FULL);
    assertThat(from("192.0.2.9", "192.0.2.1", "192.0.2.1", "192.0.2.2"))
        .contains(Refusal.NEIGHBOURHOOD_FULL);
    assertThat(from("192.0.3.9", "192.0.2.1", "192.0.2.1", "192.0.2.2")).isEmpty();
  }

  @Test
  void P_01_an_IPv6_64_and_its_48_fill_up() {
    assertThat(from("2001:db8::1", "2001:db8::2")).isEmpty();
    assertThat(from("2001:db8::1", "2001:db8::2", "2001:db8::3")).contains(Refusal.ADDRESS_FULL);
    assertThat(from("2001:db8:0:9::", "2001:db8::2", "2001:db8:0:1::", "2001:db8:0:2::"))
        .contains(Refusal.NEIGHBOURHOOD_FULL);
    assertThat(from("2001:db8:1::", "2001:db8::2", "2001:db8:0:1::", "2001:db8:0:2::")).isEmpty();
    assertThat(from("::c000:201", "192.0.2.1", "192.0.2.1", "192.0.2.1"))
        .as("the two kinds do not meet")
        .isEmpty();
  }

  @Test
  void this_machine_is_limited_when_somebody_says_so() {
    String[] crowd = {"127.0.0.1", "127.0.0.1", "127.0.0.1"};
    assertThat(from("127.0.0.1", crowd)).isEmpty();
    AddressLimits strict = TIGHT.withLoopback(AddressLimits.Loopback.COUNTED);
    assertThat(strict.objection(at("127.0.0.1"), at(crowd))).contains(Refusal.ADDRESS_FULL);
    assertThat(strict.objection(at("::1"), at("::1", "::1"))).contains(Refusal.ADDRESS_FULL);
  }

  @Test
  void limits_that_contradict_each_other_are_refused() {
    var loopback = AddressLimits.Loopback.EXEMPT;
    assertThatThrownBy(() -> new AddressLimits(0, 1, 1, 1, loopback))
        .hasMessageContaining("at least one");
    assertThatThrownBy(() -> new AddressLimits(8, 7, 8, 16, loopback))
        .hasMessage("7 connections per IPv4 /24 are less than the 8 of a part of it");
    assertThatThrownBy(() -> new AddressLimits(8, 16, 8, 7, loopback))
        .hasMessage("7 connections per IPv6 /48 are less than the 8 of a part of it");
    assertThatThrownBy(() -> new Places(1, -1, TIGHT)).hasMessageContaining("-1");
  }

  private static Optional<Refusal> stranger(Places places, int held, int missing) {
    return places.objection(at("192.0.2.1"), Reputation.STRANGER, taken(held, missing));
  }

  private static Optional<Refusal> trusted(Places places, int held, int missing) {
    return places.objection(at("192.0.2.1"), Reputation.TRUSTED, taken(held, missing));
  }

  private static Optional<Refusal> from(String address, String... held) {
    return TIGHT.objection(at(address), at(held));
  }

  private static Occupancy taken(int places, int missing) {
    return new Occupancy(
        places, BlockCounts.of(Collections.nCopies(places, at("198.51.100.1"))), missing);
  }

  private static InetAddress at(String address) {
    return NumericAddress.parse(address);
  }

  private static BlockCounts at(String... addresses) {
    return BlockCounts.of(Arrays.stream(addresses).map(NumericAddress::parse).toList());
  }
}
