/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test;

import java.util.ArrayList;
import java.util.List;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.Transport;
import reactor.core.publisher.Mono;

/** A node's way to others, which knows what ports it has open: a killed node closes none itself. */
final class HarbourMaster implements Transport {

  private final Transport sound;
  private final List<Listener> open = new ArrayList<>();

  HarbourMaster(Transport sound) {
    this.sound = sound;
  }

  @Override
  public Mono<Link> dial(Point to) {
    return sound.dial(to);
  }

  @Override
  public Mono<Listener> listen(Point on) {
    return sound.listen(on).doOnNext(open::add);
  }

  void closeAll() {
    open.forEach(listener -> listener.close().subscribe());
    open.clear();
  }
}
