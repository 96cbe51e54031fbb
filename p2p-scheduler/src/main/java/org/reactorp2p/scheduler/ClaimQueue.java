/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The claims of one account: first come, first served, and control before bulk within reason. */
final class ClaimQueue {

  private final ArrayDeque<Claim> bulk = new ArrayDeque<>(1);
  private @Nullable Control control; // made when first needed

  private static final class Control {
    private final ArrayDeque<Claim> claims = new ArrayDeque<>(1);
    private final Favour favour = new Favour();
  }

  boolean isEmpty() {
    return bulk.isEmpty() && !hasControl();
  }

  boolean hasControl() {
    return control != null && !control.claims.isEmpty();
  }

  void add(Claim claim) {
    queueOf(claim).add(claim);
  }

  boolean remove(Claim claim) {
    return queueOf(claim).remove(claim);
  }

  /** Whose turn it is within the account. */
  Claim first() {
    Claim urgent = control == null ? null : control.claims.peek();
    Claim other = bulk.peek();
    if (control != null
        && urgent != null
        && (other == null || control.favour.holdsAgainst(other.bytes()))) {
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
    if (control != null && first.priority() == Priority.BULK) {
      control.favour.repaid(first.bytes());
    } else if (control != null && !bulk.isEmpty()) {
      control.favour.used(first.bytes());
    }
    queueOf(first).remove();
    return first;
  }

  /** Takes all out. */
  List<Claim> clear() {
    List<Claim> all = new ArrayList<>(bulk);
    bulk.clear();
    if (control != null) {
      all.addAll(control.claims);
      control.claims.clear();
    }
    return all;
  }

  private ArrayDeque<Claim> queueOf(Claim claim) {
    if (claim.priority() == Priority.BULK) {
      return bulk;
    }
    if (control == null) {
      control = new Control();
    }
    return control.claims;
  }
}
