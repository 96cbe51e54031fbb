/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.reactorp2p.pool.event.P2pEvent;

/**
 * Turns what happens maybe a million times a second into events: one per key for all that happened
 * while the last one was on its way. Any thread.
 *
 * @param <K> what is counted apart; as many as there are connections, or a few times that
 */
public final class Coalescer<K> {

  private final Office office;
  private final BiFunction<K, Long, P2pEvent> event;
  private final Map<K, Long> unreported = new ConcurrentHashMap<>();
  // Keys that have just come to be in the map: a hash has another order in every process.
  private final Queue<K> order = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();

  /**
   * @param event what is told when it happened so often
   */
  public Coalescer(Office office, BiFunction<K, Long, P2pEvent> event) {
    this.office = office;
    this.event = event;
  }

  /** It happened once more. */
  public void happened(K key) {
    if (unreported.merge(key, 1L, Long::sum) == 1) {
      order.add(key);
    }
    if (scheduled.compareAndSet(false, true)) {
      office.decisions().schedule(this::report);
    }
  }

  private void report() {
    scheduled.set(false);
    for (K key = order.poll(); key != null; key = order.poll()) {
      Long count = unreported.remove(key);
      if (count != null) {
        office.events().emit(event.apply(key, count));
      }
    }
  }
}
