/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import org.reactivestreams.Publisher;
import org.reactorp2p.core.model.Point;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * A stream of bytes each way, ordered and reliable while it lasts. Cuts between arrays mean
 * nothing: what was sent as one array may arrive as many, and the reverse.
 *
 * <p>Whoever holds a link closes it, by {@link #close()} or {@link #abort()}; both may be called
 * from any thread, more than once, and in any state. Every signal of a link (received bytes,
 * completions, failures) is delivered on its {@link #scheduler()}.
 */
public interface Link {

  /** Our end. */
  Point local();

  /** Their end: for a link we dialled, the point we dialled. */
  Point remote();

  /**
   * What the other side sends.
   *
   * <p>One subscriber in the life of a link; a second one gets an {@link IllegalStateException}.
   * Demand is counted in chunks and ends at the socket's read interest: no demand, no reading, so
   * that the buffers of the machine fill and TCP slows the sender. A chunk is never empty, and at
   * most as long as the transport's read buffer.
   *
   * <p>The bytes are lent: they are the subscriber's, to read and to change, until it asks for
   * more, when the link reads into the same array again. A subscriber that has asked ahead has them
   * until its {@code onNext} returns. So one array serves all the links of a thread, as long as
   * none of them keeps it; one that does without asking for more, because there is no room or no
   * budget, keeps it for as long.
   *
   * <p>Completes at the other side's FIN, after the last byte; our direction stays usable. Fails
   * with a {@link LinkException} when the link is lost ({@code RESET}, {@code TIMED_OUT}) or closed
   * or aborted by us ({@code CLOSED}); bytes not yet emitted are then lost. Ends and losses are
   * noticed by reading and writing: while there is no demand, they may go unnoticed. Cancelling
   * stops reading for good and leaves the link open.
   */
  Flux<Chunk> receive();

  /**
   * Sends what {@code chunks} yields, in order.
   *
   * <p>On subscription, subscribes to {@code chunks} on the link's thread, requests one array, and
   * the next when that one was handed to the socket: one batch is in flight, so a stalled reader
   * holds up the producer after one array and not after a queue of them. An array is the link's
   * until the link asks for the next one; then it is the publisher's again, to be filled anew. One
   * that was in flight when {@code chunks} was cancelled stays the link's. Make arrays as large as
   * fits the occasion: each costs one write to the socket.
   *
   * <p>One send at a time: a second one while the first runs fails with an {@link
   * IllegalStateException}; after it ended, another may follow. Cancelling cancels {@code chunks};
   * an array already requested may still go out.
   *
   * @return completes when {@code chunks} completed and all was handed to the socket; fails with
   *     the error of {@code chunks} (the link stays open, and what was emitted before is sent), or
   *     with a {@link LinkException} when the link is lost or closed, and then {@code chunks} is
   *     cancelled
   */
  Mono<Void> send(Publisher<byte[]> chunks);

  /**
   * The link's own serial thread: tasks run one after the other, never beside a signal of this
   * link. Shared with other links, so tasks must be short and must not block. It must not be
   * disposed of; disposing of it has no effect.
   */
  Scheduler scheduler();

  /**
   * Closes in good order, on subscription: the array in flight is flushed, then FIN is sent, then
   * what still comes in is thrown away until the other side closes too, so that unread bytes do not
   * turn our last words into a reset. All of it within a limit of the transport, after which the
   * link is aborted. A running {@link #send} is cancelled once its array in flight is out, and
   * fails with {@code CLOSED}.
   *
   * @return completes with {@link #onClose()}, never fails; cancelling does not undo the close
   */
  Mono<Void> close();

  /** Closes at once: what was not sent is dropped, and the other side may see a reset. */
  void abort();

  /**
   * Completes when the link is closed and its descriptor freed, by whichever side and for whatever
   * reason; never fails. May be subscribed to any number of times, at any moment.
   */
  Mono<Void> onClose();

  /**
   * For how long we have held its bytes back so far, such as for our own limit of bandwidth. May be
   * asked at any time, from any thread; meant for now and then, not for each array.
   */
  default HeldBack heldBack() {
    return HeldBack.NEVER;
  }
}
