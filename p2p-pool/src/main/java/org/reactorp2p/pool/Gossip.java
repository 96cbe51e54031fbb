/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.function.Function;
import java.util.function.Supplier;
import org.reactorp2p.pool.exchange.Outreach;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * How to hear of more points and to mix the network by hand; maintenance does all of it by itself.
 * Cold; any thread may subscribe; completes on a thread of the delivery scheduler, which may block.
 * Nothing happens while the network does not run.
 */
public final class Gossip {

  private final Supplier<Outreach> outreach;
  private final Scheduler decisions;
  private final Scheduler delivery;

  /**
   * @param outreach asked on the decisions' thread
   */
  Gossip(Supplier<Outreach> outreach, Scheduler decisions, Scheduler delivery) {
    this.outreach = outreach;
    this.decisions = decisions;
    this.delivery = delivery;
  }

  /** Asks every connected peer for points, but for private ones; emits how many were asked. */
  public Mono<Integer> askForPoints() {
    return ask(Outreach::askForPoints);
  }

  /** Has the beacon call out at once, if there is one. */
  public Mono<Void> wakeDiscovery() {
    return ask(asked -> {
          asked.wakeDiscovery();
          return asked;
        })
        .then();
  }

  /** Proposes a swap to one peer, if there is one to ask and one to give. */
  public Mono<Void> proposeSwap() {
    return ask(asked -> {
          asked.proposeSwap();
          return asked;
        })
        .then();
  }

  private <T> Mono<T> ask(Function<Outreach, T> question) {
    return Mono.fromSupplier(() -> question.apply(outreach.get()))
        .subscribeOn(decisions)
        .publishOn(delivery);
  }
}
