/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.time.Duration;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.reactorp2p.pool.acl.BanTerms;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.acl.Visitors;

/** Where a change of the lists meets somebody who comes in. P-12. */
final class AccessStress {

  private static final Subject ALICE = Subject.of(Village.ALICE.peerId());

  private AccessStress() {}

  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "gone when the ban completes, and for good")
  @Outcome(expect = FORBIDDEN, desc = "banned, and Running")
  public static class BanMeetsHandshake {
    final Village village = new Village();
    final P2pNetwork<String, ?, ?> host = village.node(1, Village.HOST);
    final P2pNetwork<String, ?, ?> alice = village.node(2, Village.ALICE);

    @Actor
    public void ban(II_Result result) {
      Village.await(host.access().ban(ALICE, BanTerms.forever("stress")));
      result.r1 = host.connections().size();
    }

    @Actor
    public void come() {
      Village.dial(alice, 1);
    }

    @Arbiter
    public void look(II_Result result) {
      result.r2 = village.outcome(host);
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "gone when the ban completes, and for good")
  @Outcome(expect = FORBIDDEN, desc = "banned, and Running")
  public static class BanMeetsOurOwnDial {
    final Village village = new Village();
    final P2pNetwork<String, ?, ?> host = village.node(1, Village.HOST);
    final P2pNetwork<String, ?, ?> alice = village.node(2, Village.ALICE);

    @Actor
    public void ban(II_Result result) {
      Subject address = Subject.of(Village.point(2).address());
      Village.await(host.access().ban(address, BanTerms.forever("stress")));
      result.r1 = host.connections().size();
    }

    @Actor
    public void dial() {
      Village.dial(host, 2);
    }

    @Arbiter
    public void look(II_Result result) {
      result.r2 = village.outcome(host);
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "gone when trust is withdrawn, and for good")
  @Outcome(expect = FORBIDDEN, desc = "not trusted, and Running in private mode")
  public static class UntrustMeetsHandshakeInPrivateMode {
    final Village village = new Village();
    final Trustee trustee = Trustee.of(Village.ALICE.peerId());
    final P2pNetwork<String, ?, ?> host =
        village.node(
            1,
            Village.HOST,
            ConnectionLimits.DEFAULT,
            AccessConfig.DEFAULT.withVisitors(Visitors.TRUSTED_ONLY).withTrusted(List.of(trustee)));
    final P2pNetwork<String, ?, ?> alice = village.node(2, Village.ALICE);

    @Actor
    public void untrust(II_Result result) {
      Village.await(host.access().untrust(trustee));
      result.r1 = host.connections().size();
    }

    @Actor
    public void come() {
      Village.dial(alice, 1);
    }

    @Arbiter
    public void look(II_Result result) {
      result.r2 = village.outcome(host);
    }
  }

  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "the greylisting was there last")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "cleared before the peer came")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "cleared, came, and then looked")
  @Outcome(expect = FORBIDDEN, desc = "greylisted, and Running")
  public static class GreylistMeetsClear {
    final Village village = new Village();
    final P2pNetwork<String, ?, ?> host = village.node(1, Village.HOST);
    final P2pNetwork<String, ?, ?> alice = village.node(2, Village.ALICE);

    @Actor
    public void greylist(II_Result result) {
      Village.await(host.access().greylist(ALICE, Duration.ofHours(1)));
      result.r1 = host.connections().size();
    }

    @Actor
    public void clear() {
      Village.await(host.access().clear());
      Village.dial(alice, 1);
    }

    @Arbiter
    public void look(II_Result result) {
      result.r2 = village.outcome(host);
    }
  }
}
