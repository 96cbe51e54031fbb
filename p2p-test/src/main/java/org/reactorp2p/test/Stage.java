/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.test.scenario.Action;
import org.reactorp2p.test.scenario.Nodes;
import org.reactorp2p.test.weather.Addresses;

/** Does to the nodes, and to what lies between them, what a scenario wants. */
final class Stage<M> {

  private final World world;
  private final List<SimulatedNode<M>> nodes;
  private final int acquaintances;
  private final Map<Integer, Villain> villains = new HashMap<>();

  /**
   * @param acquaintances how many others a node is told of
   */
  Stage(World world, List<SimulatedNode<M>> nodes, int acquaintances) {
    this.world = world;
    this.nodes = nodes;
    this.acquaintances = Math.min(acquaintances, nodes.size() - 1);
  }

  /** Does everything but to expect something. */
  void perform(Action action) {
    if (action instanceof Action.Start start) {
      each(start.nodes(), node -> start(node, start.over()));
    } else if (action instanceof Action.Stop stop) {
      each(stop.nodes(), SimulatedNode::stop);
    } else if (action instanceof Action.Kill kill) {
      each(kill.nodes(), SimulatedNode::kill);
    } else if (action instanceof Action.Freeze freeze) {
      each(freeze.nodes(), SimulatedNode::freeze);
    } else if (action instanceof Action.Thaw thaw) {
      each(thaw.nodes(), SimulatedNode::thaw);
    } else if (action instanceof Action.Clock clock) {
      each(clock.nodes(), node -> node.stepClock(clock.by()));
    } else if (action instanceof Action.Hostile hostile) {
      each(hostile.nodes(), node -> corrupt(node, hostile));
    } else {
      change(action);
    }
  }

  private void change(Action action) {
    if (action instanceof Action.Cut cut) {
      world.cut(cut);
    } else if (action instanceof Action.Heal) {
      world.weather().heal();
    } else if (action instanceof Action.Latency latency) {
      world.weather().latency(latency);
    } else if (action instanceof Action.Lose lose) {
      world.lose(lose.percent(), lose.nodes());
    } else if (action instanceof Action.Slow slow) {
      each(slow.nodes(), node -> world.weather().slow(node.number(), slow.perPacket()));
    }
  }

  private void each(Nodes some, Consumer<SimulatedNode<M>> what) {
    some.among(nodes.size()).mapToObj(nodes::get).forEach(what);
  }

  private void start(SimulatedNode<M> node, Duration over) {
    Villain villain = villains.remove(node.number());
    if (villain != null) {
      villain.stop();
    }
    long delay = over.isZero() ? 0 : world.fate().nextLong(over.toNanos());
    List<Point> others = acquaintancesOf(node);
    world.time().schedule(() -> node.start(others), delay, TimeUnit.NANOSECONDS);
  }

  private List<Point> acquaintancesOf(SimulatedNode<M> node) {
    Set<Integer> others = new LinkedHashSet<>();
    while (others.size() < acquaintances) {
      int other = world.fate().nextInt(nodes.size());
      if (other != node.number()) {
        others.add(other);
      }
    }
    return others.stream().map(Addresses::point).toList();
  }

  private void corrupt(SimulatedNode<M> node, Action.Hostile hostile) {
    node.kill();
    var villain = new Villain(world, node.number(), nodes.size(), hostile.malice());
    Villain before = villains.put(node.number(), villain);
    if (before != null) {
      before.stop();
    }
    // A moment later, when the port is free.
    world.time().schedule(villain::start, 1, TimeUnit.MILLISECONDS);
  }
}
