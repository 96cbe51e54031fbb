/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import org.reactorp2p.core.model.Point;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An open port. Whoever opened it closes it; closing twice is fine. */
public interface Listener {

  /** Where it listens, with the port that was really taken. */
  Point local();

  /**
   * The links that others open to us, owned by the subscriber from then on. Emitted one after the
   * other on the listener's serial thread, which need not be that of the link: hop to {@link
   * Link#scheduler()} before anything that must happen there.
   *
   * <p>One subscriber at a time; a second one gets an {@link IllegalStateException}. A link that
   * arrives while nobody subscribes, or while the subscriber has no demand left, is aborted at
   * once: a stranger waits in no queue of ours. So subscribe before telling anyone the port, and
   * with unbounded demand; a limit on strangers belongs behind it.
   *
   * <p>A failure to accept (no descriptors left, a peer gone before we looked) never ends the
   * stream: the listener pauses a little and goes on. The stream completes when the listener is
   * closed. Cancelling it leaves the port open.
   */
  Flux<Link> accept();

  /**
   * Closes the port on subscription and completes when it is free again; never fails. Links already
   * accepted live on: they belong to those who took them.
   */
  Mono<Void> close();
}
