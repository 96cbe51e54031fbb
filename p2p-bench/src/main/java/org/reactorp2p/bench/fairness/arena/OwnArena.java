/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness.arena;

import org.reactorp2p.scheduler.BandwidthScheduler;
import org.reactorp2p.scheduler.ByteRate;

/** Our scheduler, with whole streams, on virtual time. */
public final class OwnArena implements Arena {
  private final VirtualTimer timer = new VirtualTimer();
  private final BandwidthScheduler scheduler;

  public OwnArena(long bytesPerSecond) {
    this.scheduler = BandwidthScheduler.create(ByteRate.of(bytesPerSecond), timer, timer::now);
  }

  @Override
  public Party join(double weight, Sizes sizes) {
    return new OwnParty(scheduler.open(weight), sizes);
  }

  @Override
  public void limit(long bytesPerSecond) {
    scheduler.rate(ByteRate.of(bytesPerSecond));
  }

  @Override
  public void pass(long nanos) {
    timer.pass(nanos);
  }

  @Override
  public long now() {
    return timer.now();
  }

  @Override
  public void close() {
    scheduler.dispose();
  }
}
