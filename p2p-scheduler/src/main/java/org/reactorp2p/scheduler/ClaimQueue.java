/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** The claims of one account: first come, first served, and control before bulk within reason. */
final class ClaimQueue {

  private final ArrayDeque<Claim> control = new ArrayDeque<>(1);
  private final ArrayDeque<Claim> bulk = new ArrayDeque<>(1);
  private final Favour favour = new Favour();

  boolean isEmpty() {
    return bulk.isEmpty() && control.isEmpty();
  }

  boolean hasControl() {
    return !control.isEmpty();
  }

  void add(Claim claim) {
    queueOf(claim).add(claim);
  }

  boolean remove(Claim claim) {
    return queueOf(claim).remove(claim);
  }

  /** Whose turn it is within the account. */
  Claim first() {
    Claim urgent = control.peek();
    Claim other = bulk.peek();
    if (urgent != null && (other == null || favour.holdsAgainst(other.bytes()))) {
      return urgent;
    }
    if (other == null) {
      throw new NoSuchElementException("nothing waits");
    }
    return other;
  }

  /** Takes the first out. */
  Claim poll() {
    Claim first = first();
    if (first.priority() == Priority.BULK) {
      favour.repaid(first.bytes());
    } else if (!bulk.isEmpty()) {
      favour.used(first.bytes());
    }
    queueOf(first).remove();
    return first;
  }

  /** Takes all out. */
  List<Claim> clear() {
    List<Claim> all = new ArrayList<>(control);
    all.addAll(bulk);
    control.clear();
    bulk.clear();
    return all;
  }

  private ArrayDeque<Claim> queueOf(Claim claim) {
    return claim.priority() == Priority.CONTROL ? control : bulk;
  }
}
