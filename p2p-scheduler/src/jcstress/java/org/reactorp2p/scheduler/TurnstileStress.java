/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Where the grant of an item meets the end of its stream. S-08: the credit is returned. */
final class TurnstileStress {

  private TurnstileStress() {}

  /** One stream whose item waits, while the budget has just opened. */
  private abstract static class Waiting {
    final Stage stage = new Stage();
    final Stage.Stream stream;

    Waiting() {
      stage.debtor();
      stream = stage.stream();
      stream.offer();
      stage.open();
    }

    final long charged() {
      return Math.round(stream.share.account().served);
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "item, 100", expect = ACCEPTABLE, desc = "passed and paid for")
  @Outcome(id = ", 0", expect = ACCEPTABLE, desc = "cancelled and given back")
  @Outcome(expect = FORBIDDEN, desc = "paid for in vain, or not paid for")
  public static class GrantMeetsCancel extends Waiting {

    @Actor
    public void grant() {
      stage.scheduler.drain();
    }

    @Actor
    public void cancel() {
      stream.turnstile.cancel();
    }

    @Arbiter
    public void bill(LL_Result result) {
      result.r1 = stream.heard();
      result.r2 = charged();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "item error, 100", expect = ACCEPTABLE, desc = "passed, then failed")
  @Outcome(id = "error, 0", expect = ACCEPTABLE, desc = "failed first, given back")
  @Outcome(expect = FORBIDDEN, desc = "out of order, lost, or the bill is wrong")
  public static class GrantMeetsError extends Waiting {

    @Actor
    public void grant() {
      stage.scheduler.drain();
    }

    @Actor
    public void fail() {
      stream.turnstile.onError(new IllegalStateException());
    }

    @Arbiter
    public void bill(LL_Result result) {
      result.r1 = stream.heard();
      result.r2 = charged();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "item end, 100", expect = ACCEPTABLE, desc = "the item, then the end")
  @Outcome(expect = FORBIDDEN, desc = "out of order, or lost")
  public static class GrantMeetsCompletion extends Waiting {

    @Actor
    public void grant() {
      stage.scheduler.drain();
    }

    @Actor
    public void complete() {
      stream.turnstile.onComplete();
    }

    @Arbiter
    public void bill(LL_Result result) {
      result.r1 = stream.heard();
      result.r2 = charged();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "item, 100", expect = ACCEPTABLE, desc = "passed before the share was closed")
  @Outcome(id = "error, 0", expect = ACCEPTABLE, desc = "refused, and nothing to pay")
  @Outcome(expect = FORBIDDEN, desc = "neither told nor served, or both")
  public static class GrantMeetsDispose extends Waiting {

    @Actor
    public void grant() {
      stage.scheduler.drain();
    }

    @Actor
    public void close() {
      stream.share.dispose();
    }

    @Arbiter
    public void bill(LL_Result result) {
      result.r1 = stream.heard();
      result.r2 = charged();
    }
  }
}
