/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.connect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.reactorp2p.core.connection.ConnectionStat;
import org.reactorp2p.core.connection.PeerConnection;
import org.reactorp2p.core.model.PeerInfo;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * The connections that run. Read from any thread; written on the decisions' thread, at a cost that
 * does not grow with their number. Whoever looks at all of them copies the list, and nobody is held
 * up for longer than that.
 *
 * @param <M> the application's messages
 */
public final class ConnectionRoll<M> {

  /**
   * Who runs, and what all those did that have ended: seen together, so that nobody who adds both
   * up counts a connection twice or not at all.
   */
  private record Standing<M>(List<PeerConnection<M>> running, ConnectionStat past) {}

  private final Scheduler decisions;
  private final Scheduler delivery;
  private final List<Feed<M>> feeds = new ArrayList<>(); // confined to the decisions' thread
  private final Sinks.Many<Integer> counts = Sinks.many().multicast().directBestEffort();
  private final Object lock = new Object(); // guards running and past
  private final Map<PeerId, PeerConnection<M>> running = new LinkedHashMap<>();
  private ConnectionStat past = ConnectionStat.NONE;
  private boolean closed; // confined to the decisions' thread

  /**
   * @param decisions where the roll is written
   * @param delivery lends each subscriber of {@link #connected()} a worker
   */
  public ConnectionRoll(Scheduler decisions, Scheduler delivery) {
    this.decisions = decisions;
    this.delivery = delivery;
  }

  /** Those that run now, the longest running first. */
  public List<PeerConnection<M>> all() {
    return standing().running();
  }

  /** Who they are with. */
  public List<PeerInfo> infos() {
    return all().stream().map(PeerConnection::info).toList();
  }

  /** The one with this peer. */
  public Optional<PeerConnection<M>> find(PeerId peer) {
    synchronized (lock) {
      return Optional.ofNullable(running.get(peer));
    }
  }

  /**
   * The one whose other end this is, or whose peer says that it can be dialled there, which any
   * neighbour behind the same address may say; so first the ones that were proven by dialling.
   */
  public Optional<PeerConnection<M>> find(Point point) {
    return first(info -> info.remote().equals(point))
        .or(() -> first(info -> info.idPoint().point().equals(Optional.of(point))));
  }

  private Optional<PeerConnection<M>> first(Predicate<PeerInfo> which) {
    return all().stream().filter(one -> which.test(one.info())).findFirst();
  }

  /**
   * Those that run now, and then each one as it comes. A subscriber that asks for nothing holds up
   * nobody; a connection that ends before it was asked for is left out, so no more wait for it than
   * run.
   */
  public Flux<PeerConnection<M>> connected() {
    return Flux.<PeerConnection<M>>create(this::join, FluxSink.OverflowStrategy.ERROR)
        .publishOn(delivery, 1);
  }

  /** How many run, whenever that changes; on the decisions' thread, in the middle of a move. */
  public Flux<Integer> counts() {
    return counts.asFlux();
  }

  /** What all connections did, those that have ended included. */
  public ConnectionStat traffic() {
    Standing<M> now = standing();
    ConnectionStat sum = now.past();
    for (PeerConnection<M> connection : now.running()) {
      sum = sum.plus(connection.stat());
    }
    return sum;
  }

  private Standing<M> standing() {
    synchronized (lock) {
      return new Standing<>(List.copyOf(running.values()), past);
    }
  }

  void add(PeerConnection<M> connection) {
    int count;
    synchronized (lock) {
      running.put(connection.info().peerId(), connection);
      count = running.size();
    }
    List.copyOf(feeds).forEach(feed -> feed.offer(connection));
    counts.tryEmitNext(count);
  }

  void remove(PeerConnection<M> connection) {
    int count;
    synchronized (lock) {
      running.remove(connection.info().peerId());
      past = past.plus(connection.stat());
      count = running.size();
    }
    feeds.forEach(feed -> feed.withdraw(connection));
    counts.tryEmitNext(count);
  }

  /** On the decisions' thread: no connection comes any more; the subscribers' streams complete. */
  public void close() {
    closed = true;
    List.copyOf(feeds).forEach(Feed::complete);
    feeds.clear();
  }

  private void join(FluxSink<PeerConnection<M>> sink) {
    var feed = new Feed<>(sink);
    decisions.schedule(
        () -> {
          all().forEach(feed::offer);
          if (closed) {
            feed.complete();
          } else {
            feeds.add(feed);
          }
        });
    sink.onRequest(demand -> decisions.schedule(feed::drain));
    // Only now, so that whoever left already is removed after it was added.
    sink.onDispose(() -> decisions.schedule(() -> feeds.remove(feed)));
  }
}
