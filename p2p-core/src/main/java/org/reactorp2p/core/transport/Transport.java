/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import org.reactorp2p.core.model.Point;
import reactor.core.publisher.Mono;

/**
 * A way to reach others and to be reached by them.
 *
 * <p>Both operations are cold: nothing happens before subscription, and each subscription is a new
 * attempt. Neither blocks, and neither has a time limit of its own: the caller puts one on the
 * whole of what it does ({@link Mono#timeout}), and the cancellation that follows frees everything.
 */
public interface Transport {

  /**
   * Connects to {@code to}. The link belongs to the subscriber, who must close it.
   *
   * <p>Cancelling at any moment before the link is emitted closes the socket; a link that was made
   * too late for its subscriber is aborted and never leaked.
   *
   * @return the link, emitted on its own {@link Link#scheduler()}; or a {@link LinkException} of
   *     kind {@code REFUSED}, {@code UNREACHABLE}, {@code TIMED_OUT}, {@code RESET} (they cut it at
   *     once), {@code EXHAUSTED}, {@code CLOSED} (the transport is) or {@code OTHER}
   */
  Mono<Link> dial(Point to);

  /**
   * Opens a port. The listener belongs to the subscriber, who must close it; cancelling before it
   * is emitted closes the port.
   *
   * @param on where to listen; the address {@code 0.0.0.0} or {@code ::} means every address of the
   *     machine, the port 0 lets the transport choose one, which {@link Listener#local()} tells
   * @return the listener; or a {@link LinkException} of kind {@code PORT_TAKEN}, {@code
   *     NO_SUCH_ADDRESS}, {@code EXHAUSTED} or {@code OTHER}, whose message is a sentence fit for
   *     the person who chose the address
   */
  Mono<Listener> listen(Point on);

  /**
   * Opens a port for datagrams, as for a beacon. It belongs to the subscriber, who must close it;
   * cancelling before it is emitted closes it. Other processes may have the same one open.
   *
   * @param on where; the address {@code 0.0.0.0} means every address of the machine, which is what
   *     hears those that are sent to all; the port 0 lets the transport choose one
   * @param longest bytes of each datagram that are of use; what is longer is cut, which costs
   *     nothing
   * @return the port; or a {@link LinkException} as {@link #listen} has it. Unless a transport says
   *     otherwise it carries none, and that is one of kind {@code OTHER}
   */
  default Mono<DatagramPort> datagrams(Point on, int longest) {
    return Mono.error(
        () -> new LinkException(LinkException.Kind.OTHER, "no datagrams travel this way"));
  }
}
