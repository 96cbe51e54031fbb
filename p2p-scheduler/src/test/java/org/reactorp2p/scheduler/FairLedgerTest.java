/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairLedgerTest {

  private static final double WINDOW = 1_000;
  private static final long SECOND = 1_000_000_000;

  private final FairLedger ledger = new FairLedger(0);

  @Test
  void nobody_waits_in_an_empty_ledger() {
    assertThat(ledger.isEmpty()).isTrue();
    assertThat(ledger.next(WINDOW, 0)).isNull();
    assertThat(ledger.nanosUntilRested(0)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void bytes_count_and_not_items() {
    LedgerParty large = open(1).wantsMany(100, 1_000);
    LedgerParty small = open(1).wantsMany(10_000, 10);
    serve(1_010);

    assertThat(large.served()).isCloseTo(small.served(), within(1_000L));
  }

  @Test
  void weights_are_kept_to_one_item() {
    LedgerParty one = open(1).wantsMany(700, 100);
    LedgerParty two = open(2).wantsMany(700, 100);
    LedgerParty four = open(4).wantsMany(700, 100);
    serve(700);

    assertThat(one.served()).isCloseTo(10_000, within(100L));
    assertThat(two.served()).isCloseTo(20_000, within(100L));
    assertThat(four.served()).isCloseTo(40_000, within(100L));
  }

  @Test
  void what_one_does_not_want_falls_to_the_others() {
    LedgerParty modest = open(1).wantsMany(1, 100);
    LedgerParty greedy = open(1).wantsMany(100, 100);
    serve(101);

    assertThat(modest.served()).isEqualTo(100);
    assertThat(greedy.served()).isEqualTo(10_000);
  }

  @Test
  void another_weight_counts_from_the_next_item_on() {
    LedgerParty steady = open(1).wantsMany(1_000, 10);
    LedgerParty rising = open(1).wantsMany(1_000, 10);
    serve(100);
    ledger.weight(rising.account(), 3);
    long before = rising.served();
    serve(400);

    assertThat(rising.served() - before).isCloseTo(3_000, within(20L));
    assertThat(steady.served()).isCloseTo(1_500, within(20L));
  }

  @Test
  void a_long_silence_is_worth_the_due_of_one_window() {
    LedgerParty sleeper = open(1);
    LedgerParty busy = open(1).wantsMany(10_000, 10);
    serve(5_000);
    sleeper.wantsMany(1_000, 10);

    // two wait, so the due is half a window: that much at once, then turn and turn about
    assertThat(servedBefore(busy, 1)).isCloseTo(500, within(10L));
    long before = sleeper.served();
    serve(200);
    assertThat(sleeper.served() - before).isCloseTo(1_000, within(10L));
  }

  @Test
  void a_debt_is_carried_even_by_who_leaves_the_line() {
    LedgerParty steady = open(1).wantsMany(10_000, 10);
    LedgerParty large = open(1).wants(5_000, 0);
    serve(10);
    assertThat(large.served()).isEqualTo(5_000);
    large.wants(10, 0);
    long before = steady.served();
    while (large.served() == 5_000) {
      serve(1);
    }
    assertThat(steady.served() - before).isCloseTo(5_000, within(100L));
  }

  @Test
  void S_10_closing_and_opening_again_gains_nothing() {
    List<LedgerParty> honest = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      honest.add(open(1).wantsMany(2_000, 50));
    }
    long stolen = 0;
    for (int turn = 0; turn < 5_000; turn++) {
      LedgerParty fresh = open(1).wants(50, 0);
      serve(1);
      stolen += fresh.served();
      ledger.close(fresh.account());
    }
    long fair = honest.get(0).served();
    assertThat(stolen).isLessThanOrEqualTo(fair + (long) WINDOW);
    assertThat(honest).allSatisfy(p -> assertThat(p.served()).isCloseTo(fair, within(50L)));
  }

  @Test
  void S_10_a_newcomer_waits_for_one_due_at_most_whatever_the_last_owed() {
    open(1).wantsMany(1_000, 10);
    LedgerParty debtor = open(0.001).wants(60_000, 0);
    serve(2);
    ledger.close(debtor.account());
    LedgerParty fresh = open(1).wants(10, 0);

    assertThat(servedBefore(fresh, 1)).isCloseTo(500, within(10L));
  }

  @Test
  void S_08_who_withdraws_costs_the_others_nothing() {
    LedgerParty gone = open(1).wants(100, 0);
    LedgerParty other = open(1).wants(100, 0);

    assertThat(ledger.withdraw(gone, WINDOW, 0)).isTrue();
    assertThat(ledger.withdraw(gone, WINDOW, 0)).isFalse();
    assertThat(ledger.waiting()).isEqualTo(1);
    serve(1);
    assertThat(other.served()).isEqualTo(100);
    assertThat(ledger.isEmpty()).isTrue();
  }

  @Test
  void S_08_what_was_charged_in_vain_is_given_back() {
    LedgerParty first = open(1).wantsMany(2, 100);
    LedgerParty second = open(1).wantsMany(2, 100);
    LedgerParty served = LedgerParty.serveNext(ledger, WINDOW, 0);
    ledger.refund(served, WINDOW, 0);

    assertThat(LedgerParty.serveNext(ledger, WINDOW, 0)).isIn(first, second);
    assertThat(first.served() + second.served()).isEqualTo(200);
  }

  @Test
  void S_08_a_closed_account_hands_back_what_waits() {
    LedgerParty closing = open(1).wants(100, 0);
    open(1).wants(100, 0);

    assertThat(ledger.close(closing.account())).containsExactly(closing);
    assertThat(ledger.waiting()).isEqualTo(1);
  }

  @Test
  void control_goes_first_as_long_as_its_share_is_not_ahead() {
    LedgerParty bulk = open(1).wantsMany(1_000, 10);
    LedgerParty control = controlOf(open(1)).wantsMany(1_000, 10);

    // half a window ahead of the others, then fair turns
    assertThat(servedBefore(bulk, 1)).isCloseTo(500, within(10L));
    serve(945);
    assertThat(control.served() - bulk.served()).isCloseTo(500, within(20L));
  }

  @Test
  void control_leaves_its_own_bulk_a_quarter() {
    LedgerParty bulk = open(1).wantsMany(1_000, 30);
    LedgerParty control = controlOf(bulk).wantsMany(1_000, 10);
    serve(400);

    assertThat((double) control.served() / bulk.served()).isCloseTo(3, within(0.1));
  }

  @Test
  void a_floor_is_kept_against_any_crowd() {
    LedgerParty promised = open(1).wantsMany(10_000, 10);
    ledger.floor(promised.account(), ByteRate.of(400), WINDOW, 0);
    crowd(99, 1_000);
    serveAt(1_000, 10 * SECOND);

    assertThat(promised.served()).isCloseTo(4_000, within(100L));
  }

  @Test
  void a_floor_below_the_fair_share_changes_nothing() {
    LedgerParty promised = open(1).wantsMany(10_000, 10);
    ledger.floor(promised.account(), ByteRate.of(100), WINDOW, 0);
    LedgerParty other = open(1).wantsMany(10_000, 10);
    serveAt(1_000, 10 * SECOND);

    assertThat(promised.served()).isCloseTo(other.served(), within(120L));
  }

  @Test
  void floors_that_cannot_all_be_kept_leave_the_others_a_quarter() {
    LedgerParty promised = open(1).wantsMany(10_000, 10);
    ledger.floor(promised.account(), ByteRate.of(1_000_000), WINDOW, 0);
    LedgerParty other = open(1).wantsMany(10_000, 10);
    serveAt(1_000, 10 * SECOND);

    assertThat(other.served()).isCloseTo(2_500, within(50L));
  }

  @Test
  void a_floor_that_is_removed_leaves_no_debt_beyond_one_window() {
    LedgerParty promised = open(1).wantsMany(10_000, 10);
    ledger.floor(promised.account(), ByteRate.of(700), WINDOW, 0);
    LedgerParty other = open(1).wantsMany(10_000, 10);
    serveAt(1_000, 10 * SECOND);
    ledger.floor(promised.account(), null, WINDOW, 10 * SECOND);
    long before = promised.served();
    serve(200);

    assertThat(promised.served() - before).isCloseTo(1_000, within(520L));
    assertThat(other.served()).isGreaterThan(3_900);
  }

  @Test
  void a_ceiling_is_kept_whatever_is_left_over() {
    LedgerParty capped = open(1).wantsMany(10_000, 10);
    Window even = Window.SHORT;
    ledger.ceiling(capped.account(), new Budget(ByteRate.of(100), even, 0), WINDOW, 0);
    LedgerParty other = open(1).wantsMany(10_000, 10);
    serveAt(1_000, 10 * SECOND);

    assertThat(capped.served()).isCloseTo(1_000, within(30L));
    assertThat(capped.served() + other.served()).isEqualTo(10_000);
  }

  @Test
  void who_rests_at_a_ceiling_says_until_when() {
    LedgerParty capped = open(1).wantsMany(2, 100);
    ledger.ceiling(capped.account(), new Budget(ByteRate.of(100), Window.SHORT, 0), WINDOW, 0);
    serve(1);

    assertThat(ledger.hasTurn()).isFalse();
    assertThat(ledger.waiting()).isEqualTo(1);
    assertThat(ledger.next(WINDOW, SECOND / 2)).isNull();
    long rest = ledger.nanosUntilRested(0);
    assertThat(rest).isBetween(SECOND, SECOND * 11 / 10);
    assertThat(ledger.next(WINDOW, rest)).isEqualTo(capped);
  }

  @Test
  void a_ceiling_that_is_lifted_wakes_who_rested() {
    LedgerParty capped = open(1).wantsMany(2, 100);
    ledger.ceiling(capped.account(), new Budget(ByteRate.of(1), Window.SHORT, 0), WINDOW, 0);
    serve(1);
    ledger.ceiling(capped.account(), null, WINDOW, 0);

    assertThat(ledger.next(WINDOW, 0)).isEqualTo(capped);
  }

  @Test
  void a_ceiling_saves_up_no_more_than_silence_does() {
    LedgerParty capped = open(1).wantsMany(10_000, 10);
    ledger.ceiling(capped.account(), new Budget(ByteRate.of(100), Window.SHORT, 0), WINDOW, 0);
    LedgerParty other = open(1).wantsMany(10_000, 10);
    serveAt(1_000, 10 * SECOND);
    ledger.ceiling(capped.account(), null, WINDOW, 10 * SECOND);

    assertThat(servedBefore(other, 1)).isCloseTo(500, within(20L));
  }

  @Test
  void numbers_that_grow_for_years_are_lowered_and_nobody_notices() {
    LedgerParty idle = open(1).wants(10, 0);
    LedgerParty one = open(1);
    LedgerParty two = open(2);
    int large = 1 << 30;
    for (int i = 0; i < 3_000; i++) {
      one.wants(large, 0);
      two.wants(large, 0);
    }
    serve(3_001);
    assertThat((double) two.served() / one.served()).isCloseTo(2, within(0.01));
    idle.wantsMany(3, 10);
    serve(3);
    assertThat(idle.served()).isEqualTo(40);
  }

  private LedgerParty open(double weight) {
    return LedgerParty.open(ledger, weight, WINDOW);
  }

  private LedgerParty controlOf(LedgerParty party) {
    return new LedgerParty(ledger, party.account(), Priority.CONTROL, WINDOW);
  }

  private void crowd(int count, int items) {
    for (int i = 0; i < count; i++) {
      open(1).wantsMany(items, 10);
    }
  }

  private void serve(int items) {
    for (int i = 0; i < items; i++) {
      LedgerParty.serveNext(ledger, WINDOW, 0);
    }
  }

  /** So many items, spread evenly from the beginning of time to the end. */
  private void serveAt(int items, long end) {
    for (int i = 0; i < items; i++) {
      LedgerParty.serveNext(ledger, WINDOW, end * i / items);
    }
  }

  /** What the others are served before this party has had so many more items. */
  private long servedBefore(LedgerParty party, int items) {
    long others = 0;
    int had = 0;
    while (had < items) {
      LedgerParty next = LedgerParty.serveNext(ledger, WINDOW, 0);
      if (next == party) {
        had++;
      } else {
        others += next.lastBytes();
      }
    }
    return others;
  }
}
