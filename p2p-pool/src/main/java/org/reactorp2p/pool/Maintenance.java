/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.Optional;
import java.util.function.Supplier;
import org.reactorp2p.pool.maintenance.Bounds;
import org.reactorp2p.pool.maintenance.Level;
import org.reactorp2p.pool.maintenance.MaintenanceWorker;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** How many connections are wanted, and whether there are as many. Any thread. */
public final class Maintenance {

  private final Bounds bounds;
  private final Supplier<Integer> connections;
  private final Supplier<Optional<MaintenanceWorker>> worker;
  private final Scheduler delivery;

  /**
   * @param worker the one that works now, if one does
   */
  Maintenance(
      Bounds bounds,
      Supplier<Integer> connections,
      Supplier<Optional<MaintenanceWorker>> worker,
      Scheduler delivery) {
    this.bounds = bounds;
    this.connections = connections;
    this.worker = worker;
    this.delivery = delivery;
  }

  /** How many connections are wanted. */
  public Bounds bounds() {
    return bounds;
  }

  /** How the connections that run now stand to the bounds. */
  public Level level() {
    return bounds.level(connections.get());
  }

  /**
   * Asks for a round of maintenance at once. Cold; cancelling takes nothing back.
   *
   * @return completes when the number of connections is within the thresholds, which may be long
   *     from now, or never; fails with an {@link IllegalStateException} if the network does not
   *     run, or stops, or has no maintenance
   */
  public Mono<Void> maintain() {
    return Mono.defer(
            () ->
                worker
                    .get()
                    .map(MaintenanceWorker::maintain)
                    .orElseGet(
                        () ->
                            Mono.error(
                                new IllegalStateException(
                                    "the network does not run, or has no maintenance"))))
        .publishOn(delivery);
  }
}
