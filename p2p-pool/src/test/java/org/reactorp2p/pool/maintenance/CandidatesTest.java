/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;

class CandidatesTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final Random random = new Random(1);

  private static Prospect fresh(String point) {
    return new Prospect(Point.parse(point), false, false, 0, Optional.empty(), 1);
  }

  private static Prospect missed(String point, long secondsAgo) {
    return new Prospect(
        Point.parse(point), false, false, 1, Optional.of(NOW.minusSeconds(secondsAgo)), 1);
  }

  private static Prospect proven(String point) {
    return new Prospect(Point.parse(point), false, true, 0, Optional.empty(), 1);
  }

  private static Prospect trusted(String point) {
    return new Prospect(Point.parse(point), true, false, 9, Optional.of(NOW), 0.01);
  }

  @Test
  void the_original_takes_those_never_missed_and_then_those_missed_longest_ago() {
    List<Prospect> prospects =
        List.of(
            missed("1.1.1.1:1024", 10),
            missed("1.1.1.2:1024", 30),
            fresh("1.1.1.3:1024"),
            missed("1.1.1.4:1024", 20));
    assertThat(CandidatePolicy.ORIGINAL.choice().choose(prospects, List.of(), 3, random))
        .extracting(one -> one.point().toString())
        .containsExactly("1.1.1.3:1024", "1.1.1.2:1024", "1.1.1.4:1024");
  }

  @Test
  void nobody_is_chosen_twice_and_no_more_than_asked_for() {
    for (CandidatePolicy policy : CandidatePolicy.values()) {
      for (int most = 0; most < 60; most++) {
        List<Prospect> prospects = manyInFewRegions();
        List<Prospect> chosen = policy.choice().choose(prospects, List.of(), most, random);
        assertThat(chosen).hasSize(Math.min(most, prospects.size()));
        assertThat(new HashSet<>(chosen)).hasSize(chosen.size());
      }
    }
  }

  @Test
  void a_thousand_addresses_in_few_regions_are_no_better_than_few() {
    List<Prospect> prospects = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      prospects.add(proven("30." + i % 20 + "." + i / 250 + "." + (1 + i % 250) + ":9732"));
    }
    for (int i = 0; i < 60; i++) {
      prospects.add(fresh("40." + i + ".0.1:9732"));
    }
    List<Prospect> chosen =
        CandidatePolicy.DIVERSE.choice().choose(prospects, List.of(), 80, random);
    assertThat(chosen).filteredOn(one -> !one.proven()).hasSize(60);
  }

  @Test
  void regions_where_we_are_already_come_later() throws Exception {
    List<Prospect> prospects = List.of(proven("30.1.0.1:9732"), fresh("30.2.0.1:9732"));
    Collection<InetAddress> company = List.of(InetAddress.getByName("30.1.9.9"));
    for (int i = 0; i < 20; i++) {
      assertThat(
              CandidatePolicy.DIVERSE.choice().choose(prospects, company, 1, random).get(0).point())
          .isEqualTo(Point.parse("30.2.0.1:9732"));
    }
  }

  @Test
  void trusted_ones_come_first_whatever_else_is_said_of_them() {
    List<Prospect> prospects = new ArrayList<>(manyInFewRegions());
    prospects.add(trusted("30.0.0.99:9732"));
    prospects.add(trusted("30.0.0.98:9732"));
    assertThat(CandidatePolicy.DIVERSE.choice().choose(prospects, List.of(), 2, random))
        .allMatch(Prospect::trusted);
  }

  @Test
  void those_we_know_are_favoured_and_the_others_never_shut_out() {
    int known = 0;
    for (int i = 0; i < 1000; i++) {
      List<Prospect> two = List.of(proven("30.1.0.1:9732"), fresh("30.2.0.1:9732"));
      known +=
          CandidatePolicy.DIVERSE.choice().choose(two, List.of(), 1, random).get(0).proven()
              ? 1
              : 0;
    }
    assertThat(known).isBetween(550, 750);
  }

  @Test
  void v6_regions_are_as_large_as_what_a_provider_gets() {
    assertThat(Region.of(Point.parse("[2001:db8:1::1]:1").address()))
        .isEqualTo(Region.of(Point.parse("[2001:db8:ffff::1]:1").address()))
        .isNotEqualTo(Region.of(Point.parse("[2001:db9:1::1]:1").address()));
  }

  private static List<Prospect> manyInFewRegions() {
    List<Prospect> prospects = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      prospects.add(
          i % 2 == 0
              ? fresh("30." + i % 5 + ".0." + (1 + i) + ":9732")
              : proven("30." + i % 5 + ".0." + (1 + i) + ":9732"));
    }
    return prospects;
  }
}
