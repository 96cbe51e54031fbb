/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.bandwidth;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.limit.LimitedLink;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.scheduler.BandwidthScheduler;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/**
 * Two budgets, one each way, and all links that live on them.
 *
 * <p>Links come, run and go on the decisions' thread; all else may happen on any.
 */
public final class SharedBandwidth implements Bandwidth, Disposable {

  private static final Duration WEIGHING = Duration.ofSeconds(1);

  private final Scheduler decisions;
  private final Weigher weigher;
  private final BandwidthScheduler upload;
  private final BandwidthScheduler download;
  private final Map<PeerId, Party> parties = new ConcurrentHashMap<>();
  private volatile BandwidthLimits limits; // written under this

  /**
   * @param decisions counts the time and wakes what waits, and is where the weigher is asked
   */
  public SharedBandwidth(BandwidthLimits limits, Weigher weigher, Scheduler decisions) {
    LongSupplier nanoClock = () -> decisions.now(TimeUnit.NANOSECONDS);
    this.limits = limits;
    this.weigher = weigher;
    this.decisions = decisions;
    this.upload = BandwidthScheduler.create(limits.upload(), decisions, nanoClock);
    this.download = BandwidthScheduler.create(limits.download(), decisions, nanoClock);
  }

  /** The link, as one of those that share; it has the weight 1 until its peer is known. */
  public LimitedLink limit(Link link) {
    return LimitedLink.of(link, upload.open(1), download.open(1));
  }

  /** This link carries a connection with that peer now. */
  public void enter(PeerInfo info, LimitedLink link) {
    var party = new Party(info, link);
    parties.put(info.peerId(), party);
    party.weigh(weigher);
  }

  /** It does no longer. */
  public void leave(PeerInfo info, LimitedLink link) {
    parties.computeIfPresent(info.peerId(), (id, party) -> party.isFor(link) ? null : party);
  }

  /**
   * Weighs everybody every second until disposed of; where all are alike, or nothing is limited,
   * there is no need to.
   */
  public Disposable keepWeighing() {
    long period = WEIGHING.toNanos();
    return weigher == Weigher.EVEN
        ? Disposables.disposed()
        : decisions.schedulePeriodically(
            this::weighIfLimited, period, period, TimeUnit.NANOSECONDS);
  }

  private void weighIfLimited() {
    if (!limits.equals(BandwidthLimits.UNLIMITED)) {
      weigh();
    }
  }

  private void weigh() {
    parties.values().forEach(party -> party.weigh(weigher));
  }

  @Override
  public BandwidthLimits limits() {
    return limits;
  }

  @Override
  public synchronized void limits(BandwidthLimits other) {
    limits = other;
    upload.rate(other.upload());
    download.rate(other.download());
    reweigh();
  }

  @Override
  public BandwidthStat stat() {
    return new BandwidthStat(upload.stat(), download.stat());
  }

  @Override
  public Optional<BandwidthStat> stat(PeerId peer) {
    return Optional.ofNullable(parties.get(peer)).map(Party::stat);
  }

  @Override
  public void reweigh() {
    decisions.schedule(this::weigh);
  }

  /** Nobody gets anything any more. */
  @Override
  public void dispose() {
    upload.dispose();
    download.dispose();
  }

  @Override
  public boolean isDisposed() {
    return upload.isDisposed();
  }
}
