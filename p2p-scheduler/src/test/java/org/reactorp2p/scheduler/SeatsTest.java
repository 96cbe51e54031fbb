/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SeatsTest {

  private final Seats seats = new Seats();

  @Test
  void everybody_has_a_seat_of_their_own() {
    for (int i = 0; i < 100; i++) {
      Account account = taken();
      assertThat(account.seat).isEqualTo(i);
      assertThat(seats.at(i)).isSameAs(account);
    }
  }

  @Test
  void a_seat_that_was_left_is_given_again() {
    Account first = taken();
    Account second = taken();
    seats.leave(first);
    seats.leave(first);

    assertThat(first.seat).isEqualTo(Seats.NONE);
    assertThatIllegalArgumentException().isThrownBy(() -> seats.at(0));
    assertThat(taken().seat).isZero();
    assertThat(taken().seat).isEqualTo(2);
    assertThat(seats.at(1)).isSameAs(second);
  }

  private Account taken() {
    Account account = new Account(1);
    seats.take(account);
    return account;
  }
}
