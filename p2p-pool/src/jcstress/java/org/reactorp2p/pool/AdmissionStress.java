/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Where two come in at once. P-03, P-04. */
final class AdmissionStress {

  private AdmissionStress() {}

  @JCStressTest
  @State
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "one of them has it")
  @Outcome(expect = FORBIDDEN, desc = "one over the limit, or a place that nobody got")
  public static class TwoForTheLastPlace {
    final Village village = new Village();
    final P2pNetwork<String, ?, ?> host =
        village.node(
            1, Village.HOST, ConnectionLimits.DEFAULT.withMaxConnections(1), AccessConfig.DEFAULT);
    final P2pNetwork<String, ?, ?> alice = village.node(2, Village.ALICE);
    final P2pNetwork<String, ?, ?> bob = village.node(3, Village.BOB);

    @Actor
    public void alice() {
      Village.dial(alice, 1);
    }

    @Actor
    public void bob() {
      Village.dial(bob, 1);
    }

    @Arbiter
    public void look(I_Result result) {
      result.r1 = village.outcome(host);
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "one connection to one peer")
  @Outcome(expect = FORBIDDEN, desc = "two, or none")
  public static class TwoWaysToOnePeer {
    final Village village = new Village();
    final P2pNetwork<String, ?, ?> host = village.node(1, Village.HOST);
    final P2pNetwork<String, ?, ?> alice = village.node(2, Village.ALICE);
    final P2pNetwork<String, ?, ?> aliceAgain = village.node(3, Village.ALICE);

    @Actor
    public void one() {
      Village.dial(alice, 1);
    }

    @Actor
    public void other() {
      Village.dial(aliceAgain, 1);
    }

    @Arbiter
    public void look(I_Result result) {
      result.r1 = village.outcome(host);
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "one connection, and both have it")
  @Outcome(expect = FORBIDDEN, desc = "two, none, or each its own")
  public static class DialsThatCross {
    final Village village = new Village();
    final P2pNetwork<String, ?, ?> host = village.node(1, Village.HOST);
    final P2pNetwork<String, ?, ?> alice = village.node(2, Village.ALICE);

    @Actor
    public void here() {
      Village.dial(host, 2);
    }

    @Actor
    public void there() {
      Village.dial(alice, 1);
    }

    @Arbiter
    public void look(II_Result result) {
      Village.settle(alice);
      Village.settle(host);
      result.r1 = alice.connections().size();
      result.r2 = village.outcome(host);
    }
  }
}
