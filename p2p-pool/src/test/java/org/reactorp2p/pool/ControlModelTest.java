/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.wire.MessageKind;
import org.reactorp2p.core.wire.PeerMessage;
import org.reactorp2p.pool.event.Disregard;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.peer.PeerAddress;

/**
 * Any message in any state: random sequences of all that a peer can send, and of time that passes,
 * against the simplest model of what must come of it.
 */
class ControlModelTest {

  private static final long STEP = 200; // ms; after each step everything has come to rest
  private static final List<Long> PAUSES = List.of(0L, 1_000L, 20_000L, 70_000L, 300_000L);

  /** So many at once, and one more after each interval; what comes too soon is lost. */
  private static final class Credit {
    private final long interval;
    private final long most;
    private long now;

    Credit(int burst, Duration interval) {
      this.interval = interval.toMillis();
      this.most = burst * this.interval;
      this.now = most;
    }

    void pass(long millis) {
      now = Math.min(most, now + millis);
    }

    boolean isThere() {
      return now >= interval;
    }

    boolean take() {
      boolean there = isThere();
      now -= there ? interval : 0;
      return there;
    }
  }

  /** What must be so. */
  private static final class Model {
    private final Credit requests = new Credit(2, Duration.ofSeconds(60));
    private final Credit acks = new Credit(2, Duration.ofSeconds(60));
    private final Credit swaps = new Credit(3, Duration.ofMinutes(10));
    private final Map<MessageKind, Integer> sent = new EnumMap<>(MessageKind.class);
    private final Map<Disregard, Integer> ignored = new EnumMap<>(Disregard.class);
    private final List<String> heard = new ArrayList<>();
    private final TreeSet<Point> claims = new TreeSet<>((a, b) -> a.toString().compareTo("" + b));
    private int failed;
    private long proposalLeft;

    void pass(long millis) {
      requests.pass(millis);
      acks.pass(millis);
      swaps.pass(millis);
      proposalLeft = Math.max(0, proposalLeft - millis);
    }

    void request(Point offered) {
      if (!requests.take()) {
        ignored.merge(Disregard.THROTTLED, 1, Integer::sum);
      } else if (agree(offered)) {
        sent.merge(MessageKind.SWAP_ACK, 1, Integer::sum);
      }
    }

    void ack(Point offered) {
      if (!acks.take()) {
        ignored.merge(Disregard.THROTTLED, 1, Integer::sum);
      } else if (proposalLeft == 0) {
        ignored.merge(Disregard.NOT_ASKED, 1, Integer::sum);
      } else {
        proposalLeft = 0;
        agree(offered);
      }
    }

    private boolean agree(Point offered) {
      boolean may = swaps.take();
      if (may) {
        claims.add(offered);
        failed++;
      } else {
        ignored.merge(Disregard.TURNOVER, 1, Integer::sum);
      }
      return may;
    }
  }

  private final List<String> heard = new ArrayList<>();
  private Town town = new Town(0);
  private int next;

  private P2pNetwork<String, ?, ?> started(int house) {
    P2pNetwork<String, ?, ?> network = town.node(house).build();
    town.await(network.start());
    return network;
  }

  @Test
  void M_08_random_sequences_of_messages_do_what_the_model_says() {
    Seeds.each(this::play);
  }

  private void play(long seed) {
    town = new Town(seed);
    next = 0;
    heard.clear();
    var random = new Random(seed);
    P2pNetwork<String, ?, ?> host = started(1);
    for (int house = 2; house <= 4; house++) {
      town.await(started(house).connect(PeerAddress.of(Town.point(1))));
    }
    host.receiveAny().map(Received::message).subscribe(heard::add);
    P2pNetwork<String, ?, ?> guest = started(5);
    PeerConnection<String> there = town.await(guest.connect(PeerAddress.of(Town.point(1))));
    town.pass(Duration.ofSeconds(1));
    Watch watch = Watch.over(host);
    var model = new Model();
    int length = 1 + random.nextInt(50);
    for (int step = 0; step < length; step++) {
      String what = act(random.nextInt(7), random, there, host, model);
      town.pass(Duration.ofMillis(STEP));
      model.pass(STEP);
      noteProposal(watch, guest, model);
      check("step %d: %s".formatted(step, what), watch, guest, host, model);
    }
    there.tryEmitControl(new PeerMessage.Disconnect<>());
    there.tryEmitNext("too late");
    town.pass(Duration.ofSeconds(10));
    assertThat(host.connections()).hasSize(3);
    assertThat(heard).isEqualTo(model.heard);
  }

  private Point nowhere() {
    return Town.point(100 + next++);
  }

  private String act(
      int action,
      Random random,
      PeerConnection<String> there,
      P2pNetwork<String, ?, ?> host,
      Model model) {
    Point point = nowhere();
    switch (action) {
      case 0 -> {
        there.tryEmitControl(new PeerMessage.Bootstrap<>());
        model.sent.merge(MessageKind.ADVERTISE, 1, Integer::sum);
      }
      case 1 -> {
        there.tryEmitControl(new PeerMessage.Advertise<>(List.of(point)));
        model.claims.add(point);
      }
      case 2 -> {
        there.tryEmitControl(new PeerMessage.SwapRequest<>(point, town.identity().peerId()));
        model.request(point);
      }
      case 3 -> {
        there.tryEmitControl(new PeerMessage.SwapAck<>(point, town.identity().peerId()));
        model.ack(point);
      }
      case 4 -> {
        there.tryEmitNext("message " + point);
        model.heard.add("message " + point);
      }
      case 5 -> host.gossip().proposeSwap().subscribe();
      default -> {
        long pause = PAUSES.get(random.nextInt(PAUSES.size()));
        town.pass(Duration.ofMillis(pause));
        model.pass(pause);
      }
    }
    return List.of("bootstrap", "advertise", "request", "ack", "message", "propose", "pause")
        .get(action);
  }

  /** Whom the host asks is its own choice; the model takes note where it is the guest. */
  private static void noteProposal(Watch watch, P2pNetwork<String, ?, ?> guest, Model model) {
    int asked = count(watch, guest, MessageKind.SWAP_REQUEST);
    int noted = model.sent.getOrDefault(MessageKind.SWAP_REQUEST, 0);
    if (asked > noted) {
      model.sent.put(MessageKind.SWAP_REQUEST, asked);
      model.proposalLeft = Duration.ofMinutes(2).toMillis() - STEP;
    }
  }

  private static int count(Watch watch, P2pNetwork<String, ?, ?> to, MessageKind kind) {
    return (int)
        watch.of(P2pEvent.ControlSent.class).stream()
            .filter(event -> event.peerId().equals(to.peerId()) && event.kind() == kind)
            .count();
  }

  private void check(
      String where,
      Watch watch,
      P2pNetwork<String, ?, ?> guest,
      P2pNetwork<String, ?, ?> host,
      Model model) {
    for (MessageKind kind : MessageKind.values()) {
      assertThat(count(watch, guest, kind))
          .as("%s, sent %s", where, kind)
          .isEqualTo(model.sent.getOrDefault(kind, 0));
    }
    Map<Disregard, Integer> ignored = new EnumMap<>(Disregard.class);
    watch.of(P2pEvent.ControlIgnored.class).stream()
        .filter(event -> event.peerId().equals(guest.peerId()))
        .forEach(event -> ignored.merge(event.why(), (int) event.count(), Integer::sum));
    assertThat(ignored).as(where).isEqualTo(model.ignored);
    assertThat(failures(watch, guest)).as(where).isEqualTo(model.failed);
    assertThat(heard).as(where).isEqualTo(model.heard);
    List<Point> known = town.await(host.known().points().map(view -> view.point()).collectList());
    assertThat(known).as(where).containsAll(model.claims).hasSize(model.claims.size() + 4);
    assertThat(host.connections()).as(where).hasSize(4);
  }

  private static long failures(Watch watch, P2pNetwork<String, ?, ?> guest) {
    return watch.of(P2pEvent.SwapFailed.class).stream()
        .filter(event -> event.partner().equals(guest.peerId()))
        .count();
  }
}
