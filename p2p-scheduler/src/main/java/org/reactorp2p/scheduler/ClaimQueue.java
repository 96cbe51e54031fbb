/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The claims of one account: first come, first served, and control before bulk within reason. Most
 * accounts have one stream, so the first stands here and not in a queue.
 */
final class ClaimQueue {

  private @Nullable Claim bulk;
  private @Nullable ArrayDeque<Claim> behind; // more bulk; this and control made when first needed
  private @Nullable Control control;

  private static final class Control {
    private final ArrayDeque<Claim> claims = new ArrayDeque<>(1);
    private final Favour favour = new Favour();
  }

  boolean isEmpty() {
    return bulk == null && !hasControl();
  }

  boolean hasControl() {
    return control != null && !control.claims.isEmpty();
  }

  void add(Claim claim) {
    if (claim.priority() == Priority.CONTROL) {
      control = control == null ? new Control() : control;
      control.claims.add(claim);
    } else if (bulk == null) {
      bulk = claim;
    } else {
      behind = behind == null ? new ArrayDeque<>() : behind;
      behind.add(claim);
    }
  }

  boolean remove(Claim claim) {
    if (claim.priority() == Priority.CONTROL) {
      return control != null && control.claims.remove(claim);
    }
    if (bulk == claim) {
      bulk = behind == null ? null : behind.poll();
      return true;
    }
    return behind != null && behind.remove(claim);
  }

  /** Whose turn it is within the account. */
  Claim first() {
    Claim urgent = control == null ? null : control.claims.peek();
    if (control != null
        && urgent != null
        && (bulk == null || control.favour.holdsAgainst(bulk.bytes()))) {
      return urgent;
    }
    if (bulk == null) {
      throw new NoSuchElementException("nothing waits");
    }
    return bulk;
  }

  /** Takes the first out. */
  Claim poll() {
    Claim first = first();
    if (control != null && first.priority() == Priority.BULK) {
      control.favour.repaid(first.bytes());
    } else if (control != null && bulk != null) {
      control.favour.used(first.bytes());
    }
    remove(first);
    return first;
  }

  /** Takes all out. */
  List<Claim> clear() {
    List<Claim> all = new ArrayList<>();
    while (!isEmpty()) {
      all.add(poll());
    }
    return all;
  }
}
