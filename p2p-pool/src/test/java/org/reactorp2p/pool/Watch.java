/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.reactorp2p.pool.event.P2pEvent;

/** Writes down what happens to a network. */
final class Watch {

  private final List<P2pEvent> seen = new CopyOnWriteArrayList<>();

  private final CompletableFuture<Void> end = new CompletableFuture<>();

  private Watch() {}

  private void end() {
    end.complete(null);
  }

  static Watch over(P2pNetwork<?, ?, ?> network) {
    var watch = new Watch();
    network.events().subscribe(watch.seen::add, watch.end::completeExceptionally, watch::end);
    return watch;
  }

  /** Waits on real time until the network has stopped, and the last of it was told here too. */
  void awaitEnd() throws Exception {
    end.get(20, TimeUnit.SECONDS);
  }

  /** All there was, in order. */
  List<P2pEvent> all() {
    return List.copyOf(seen);
  }

  /** Those of one kind. */
  <E extends P2pEvent> List<E> of(Class<E> kind) {
    return seen.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The kinds, in order. */
  List<String> kinds() {
    return seen.stream().map(event -> event.getClass().getSimpleName()).toList();
  }
}
