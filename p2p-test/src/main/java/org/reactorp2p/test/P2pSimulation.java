/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.reactorp2p.test.log.EventLog;
import org.reactorp2p.test.measure.Graph;
import org.reactorp2p.test.measure.Sample;
import org.reactorp2p.test.scenario.Action;
import org.reactorp2p.test.scenario.Scenario.Step;
import reactor.core.scheduler.Scheduler;

/**
 * Whole nodes, with real handshakes and real frames, in one thread and on time that passes when
 * this is told to: {@link #pass}. What happens follows from the plan alone, so two simulations of
 * one plan have the same {@link #hash}, on every JDK.
 *
 * <p>For the thread that made it, and for no other. An application in it must not bring in threads,
 * clocks or chance of its own either; time and timers are those of {@link #time()}.
 *
 * @param <M> the application's messages
 */
public final class P2pSimulation<M> implements AutoCloseable {

  private static final Duration LOOK = Duration.ofSeconds(10);

  private final World world;
  private final EventLog log;
  private final Observer<M> observer;
  private final List<SimulatedNode<M>> nodes;
  private final Stage<M> stage;
  private final Census<M> census;

  private P2pSimulation(SimulationPlan<M> plan) {
    this.world = new World(plan.seed());
    this.log = new EventLog(plan.reader());
    this.observer = new Observer<>(world.time(), log, plan.nodes());
    this.nodes =
        IntStream.range(0, plan.nodes())
            .mapToObj(number -> new SimulatedNode<>(world, plan, number, observer))
            .toList();
    this.stage = new Stage<>(world, nodes, plan.acquaintances());
    this.census = new Census<>(world, nodes, observer);
  }

  /** A world in which nothing runs yet; the scenario's first step is done when time passes. */
  public static <M> P2pSimulation<M> of(SimulationPlan<M> plan) {
    var simulation = new P2pSimulation<>(plan);
    plan.scenario().steps().forEach(simulation::plan);
    long look = LOOK.toNanos();
    simulation
        .world
        .time()
        .schedulePeriodically(simulation.census::take, look, look, TimeUnit.NANOSECONDS);
    return simulation;
  }

  private void plan(Step step) {
    world.time().schedule(() -> act(step.action()), step.at().toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Lets time pass, and everything happen that is to happen in it.
   *
   * @throws RuntimeException what a node or the application threw, if it threw something
   */
  public void pass(Duration time) {
    world.time().pass(time);
  }

  /** The time since the beginning. */
  public Duration passed() {
    return world.time().passed();
  }

  /** Timers of the simulation, for applications. */
  public Scheduler time() {
    return world.time();
  }

  /** Does this now, beside what the scenario wants. */
  public void act(Action action) {
    observer.done(action);
    if (action instanceof Action.Expect expect) {
      census.judge(expect);
    } else {
      stage.perform(action);
    }
  }

  /** All nodes, running or not, by their numbers. */
  public List<SimulatedNode<M>> nodes() {
    return nodes;
  }

  /** The node with this number, from 0. */
  public SimulatedNode<M> node(int number) {
    return nodes.get(number);
  }

  /** Who says to be connected with whom, now and as it changes. */
  public Graph graph() {
    return observer.graph();
  }

  /** Pictures of the whole, one every ten seconds. */
  public List<Sample> samples() {
    return census.samples();
  }

  /** What was expected and was not so, and what must never be; nothing is good. */
  public List<Failure> failures() {
    return observer.failures();
  }

  /** Ends of connections that came about so far, two for each. */
  public long opened() {
    return observer.opened();
  }

  /** How many lines the event log has so far. */
  public long events() {
    return log.lines();
  }

  /** How many tasks ran: the cost, whatever the machine. */
  public long tasks() {
    return world.time().tasks();
  }

  /** SHA-256 of the event log so far, in hexadecimal digits. */
  public String hash() {
    return log.hash();
  }

  /** Kills all nodes and wipes their keys. */
  @Override
  public void close() {
    nodes.forEach(SimulatedNode::close);
  }
}
