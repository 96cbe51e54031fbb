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

/** Where the threads of several streams meet in one ledger. S-08: no lost wake-up. */
final class HandOverStress {

  private HandOverStress() {}

  @JCStressTest
  @State
  @Outcome(id = "item, item", expect = ACCEPTABLE, desc = "both passed")
  @Outcome(expect = FORBIDDEN, desc = "an item was forgotten, or passed twice")
  public static class TwoArriveWhileTheBudgetIsOpen {
    private final Stage stage = new Stage();
    private final Stage.Stream one = stage.stream();
    private final Stage.Stream two = stage.stream();

    public TwoArriveWhileTheBudgetIsOpen() {
      stage.open();
    }

    @Actor
    public void first() {
      one.offer();
    }

    @Actor
    public void second() {
      two.offer();
    }

    @Arbiter
    public void both(LL_Result result) {
      result.r1 = one.heard();
      result.r2 = two.heard();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "item, item", expect = ACCEPTABLE, desc = "both passed")
  @Outcome(expect = FORBIDDEN, desc = "an item waits behind an open budget")
  public static class OneArrivesWhileAnotherIsServed {
    private final Stage stage = new Stage();
    private final Stage.Stream waiting;
    private final Stage.Stream arriving = stage.stream();

    public OneArrivesWhileAnotherIsServed() {
      stage.debtor();
      waiting = stage.stream();
      waiting.offer();
      stage.open();
    }

    @Actor
    public void drain() {
      stage.scheduler.drain();
    }

    @Actor
    public void arrive() {
      arriving.offer();
    }

    @Arbiter
    public void both(LL_Result result) {
      result.r1 = waiting.heard();
      result.r2 = arriving.heard();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "item, 0", expect = ACCEPTABLE, desc = "it passed, before or after the change")
  @Outcome(expect = FORBIDDEN, desc = "an item waits although there is no limit")
  public static class OneArrivesWhileTheLimitIsLifted {
    private final Stage stage = new Stage();
    private final Stage.Stream arriving;

    public OneArrivesWhileTheLimitIsLifted() {
      stage.debtor();
      arriving = stage.stream();
    }

    @Actor
    public void lift() {
      stage.scheduler.rate(ByteRate.UNLIMITED);
    }

    @Actor
    public void arrive() {
      arriving.offer();
    }

    @Arbiter
    public void none(LL_Result result) {
      result.r1 = arriving.heard();
      result.r2 = stage.scheduler.stat().waiting();
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "error, 0", expect = ACCEPTABLE, desc = "told that it is over")
  @Outcome(expect = FORBIDDEN, desc = "a stream waits in a closed ledger")
  public static class OneArrivesWhileTheSchedulerIsDisposed {
    private final Stage stage = new Stage();
    private final Stage.Stream arriving;

    public OneArrivesWhileTheSchedulerIsDisposed() {
      stage.debtor();
      arriving = stage.stream();
    }

    @Actor
    public void dispose() {
      stage.scheduler.dispose();
    }

    @Actor
    public void arrive() {
      arriving.offer();
    }

    @Arbiter
    public void none(LL_Result result) {
      result.r1 = arriving.heard();
      result.r2 = stage.scheduler.stat().waiting();
    }
  }
}
