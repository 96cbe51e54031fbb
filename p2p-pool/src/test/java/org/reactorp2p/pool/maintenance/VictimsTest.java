/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;

class VictimsTest {

  private static final VictimChoice OURS = VictimPolicy.PROTECTIVE.choice();

  private final Random random = new Random(1);

  private static Resident resident(
      int number, String address, Direction direction, boolean trusted, long received) {
    byte[] id = new byte[PeerId.LENGTH];
    id[0] = (byte) number;
    id[1] = (byte) (number >> 8);
    return new Resident(
        PeerId.of(id),
        Point.parse(address + ":1").address(),
        direction,
        trusted,
        false,
        received,
        1);
  }

  private static Resident guest(int number, long received) {
    return resident(number, "30." + number + ".0.1", Direction.INBOUND, false, received);
  }

  private static Resident own(int number) {
    return resident(number, "40." + number + ".0.1", Direction.OUTBOUND, false, 0);
  }

  @Test
  void trusted_peers_are_never_let_go_and_nobody_is_named_twice() {
    for (int round = 0; round < 200; round++) {
      List<Resident> residents = anybody(random);
      int count = random.nextInt(40);
      List<Resident> victims = OURS.choose(residents, random.nextInt(10), count, random);
      long free = residents.stream().filter(one -> !one.trusted()).count();
      assertThat(victims).noneMatch(Resident::trusted).hasSize((int) Math.min(count, free));
      assertThat(new HashSet<>(victims)).hasSize(victims.size());
    }
  }

  @Test
  void our_own_dials_go_last() {
    List<Resident> residents = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      residents.add(own(i));
    }
    for (int i = 10; i < 50; i++) {
      residents.add(guest(i, 100));
    }
    assertThat(OURS.choose(residents, 10, 40, random)).noneMatch(Resident::isOwn);
    assertThat(OURS.choose(residents, 10, 41, random)).filteredOn(Resident::isOwn).hasSize(1);
    assertThat(OURS.choose(residents, 4, 44, random)).filteredOn(Resident::isOwn).hasSize(6);
  }

  @Test
  void idle_ones_go_before_useful_ones_however_long_they_were_here() {
    List<Resident> residents = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      residents.add(guest(i, 0));
    }
    for (int i = 30; i < 60; i++) {
      residents.add(guest(i, 5));
    }
    assertThat(OURS.choose(residents, 0, 25, random)).allMatch(one -> one.received() == 0);
  }

  @Test
  void in_a_quiet_network_the_old_half_stays() {
    List<Resident> residents = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      residents.add(guest(i, 0));
    }
    assertThat(OURS.choose(residents, 0, 10, random))
        .doesNotContainAnyElementsOf(residents.subList(0, 20));
  }

  @Test
  void of_those_who_have_to_go_most_are_where_most_are() {
    List<Resident> residents = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String address = i % 3 == 0 ? "30." + i + ".0.1" : "50.1.0." + i;
      residents.add(resident(i, address, Direction.INBOUND, false, 0));
    }
    assertThat(OURS.choose(residents, 0, 12, random))
        .allMatch(one -> one.address().getHostAddress().startsWith("50.1."));
  }

  @Test
  void where_nobody_is_crowded_the_useless_go_and_of_those_the_youngest() {
    List<Resident> residents = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      residents.add(guest(i, i % 2));
    }
    assertThat(OURS.choose(residents, 0, 3, random))
        .isEqualTo(List.of(residents.get(34), residents.get(32), residents.get(30)));
  }

  @Test
  void the_original_lets_anybody_go_but_those_who_are_trusted_and_private() {
    var hidden = resident(99, "30.1.1.1", Direction.INBOUND, true, 0);
    var secret =
        new Resident(hidden.peer(), hidden.address(), hidden.direction(), true, true, 0, 1);
    List<Resident> residents = new ArrayList<>(List.of(secret));
    for (int i = 0; i < 9; i++) {
      residents.add(resident(i, "30.2.0." + i, Direction.OUTBOUND, true, 0));
    }
    assertThat(VictimPolicy.ORIGINAL.choice().choose(residents, 5, 20, random))
        .hasSize(9)
        .doesNotContain(secret);
  }

  private static List<Resident> anybody(RandomGenerator random) {
    List<Resident> residents = new ArrayList<>();
    int count = random.nextInt(50);
    for (int i = 0; i < count; i++) {
      residents.add(
          resident(
              i,
              "30." + random.nextInt(5) + ".0." + (1 + i),
              random.nextBoolean() ? Direction.INBOUND : Direction.OUTBOUND,
              random.nextInt(5) == 0,
              random.nextInt(3)));
    }
    return residents;
  }
}
