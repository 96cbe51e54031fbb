/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.limit;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import org.reactivestreams.Publisher;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Chunk;
import org.reactorp2p.core.transport.HeldBack;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.LinkException;
import org.reactorp2p.core.transport.LinkException.Kind;
import org.reactorp2p.scheduler.FlowStat;
import org.reactorp2p.scheduler.Share;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * A link whose bytes pass two budgets, one each way. Every byte on the wire counts, so wrap a link
 * before anything was sent over it or received from it, and use only this one from then on.
 *
 * <p>At most one array each way waits for its turn, in the place where it would wait for the socket
 * or the reader anyway: a limit costs no memory. An array that waited is delivered on the link's
 * {@link #scheduler()} like any other, and one that did not wait never leaves its thread. What
 * waits when the link is closed or lost is dropped, as if it had never been asked for.
 *
 * <p>What an array holds is sealed, so all of it goes in fair turns, as {@link
 * org.reactorp2p.scheduler.Priority#BULK}: control messages cannot be told apart down here.
 */
public final class LimitedLink implements Link {

  private final Link link;
  private final Share upload;
  private final Share download;

  private LimitedLink(Link link, Share upload, Share download) {
    this.link = link;
    this.upload = upload;
    this.download = download;
  }

  /**
   * Limits a link.
   *
   * @param link belongs to the result
   * @param upload for what is sent; belongs to the result, which disposes of it when the link is
   *     closed, for whatever reason
   * @param download the same for what is received
   */
  public static LimitedLink of(Link link, Share upload, Share download) {
    var limited =
        new LimitedLink(
            link, Objects.requireNonNull(upload, "upload"), Objects.requireNonNull(download));
    link.onClose().subscribe(null, failure -> limited.leave(), limited::leave);
    return limited;
  }

  /** Its part of both budgets, relative to others, from 0.001 to 1,000. Any thread. */
  public void weight(double weight) {
    upload.weight(weight);
    download.weight(weight);
  }

  /** What has been sent, handshake included. Any thread. */
  public FlowStat uploaded() {
    return upload.stat();
  }

  /** What has been received and passed on, handshake included. Any thread. */
  public FlowStat downloaded() {
    return download.stat();
  }

  @Override
  public Point local() {
    return link.local();
  }

  @Override
  public Point remote() {
    return link.remote();
  }

  @Override
  public Flux<Chunk> receive() {
    return new Receipt(link, download);
  }

  @Override
  public Mono<Void> send(Publisher<byte[]> chunks) {
    Flux<byte[]> tame = new Dispatch(chunks, link.scheduler());
    return link.send(upload.limit(tame, chunk -> chunk.length))
        .onErrorMap(failure -> told(failure, upload));
  }

  @Override
  public Scheduler scheduler() {
    return link.scheduler();
  }

  @Override
  public Mono<Void> close() {
    return link.close();
  }

  @Override
  public void abort() {
    link.abort();
  }

  @Override
  public Mono<Void> onClose() {
    return link.onClose();
  }

  @Override
  public HeldBack heldBack() {
    return new HeldBack(download.stat().waited(), upload.stat().waited());
  }

  @Override
  public String toString() {
    return "LimitedLink(" + link + ")";
  }

  /** What the users of a link are told when it is the share that ended. */
  static Throwable told(Throwable failure, Share share) {
    return failure instanceof CancellationException && share.isDisposed()
        ? new LinkException(Kind.CLOSED, "the link has no share of the bandwidth any more")
        : failure;
  }

  /** Later, so that whoever reads or sends hears from the link itself why it ended. */
  private void leave() {
    try {
      link.scheduler().schedule(this::disposeShares);
    } catch (RejectedExecutionException stopped) {
      disposeShares();
    }
  }

  private void disposeShares() {
    upload.dispose();
    download.dispose();
  }
}
