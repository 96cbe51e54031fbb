/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.reactorp2p.core.model.Point;

/** The two ends of one link, and the port it came in by. */
public record Pair(Listener listener, Link near, Link far) implements AutoCloseable {

  /** Opens a port, dials it, and waits until both ends are there. */
  public static Pair over(Transport transport, Point on) throws Exception {
    Listener listener = transport.listen(on).block(Ear.PATIENCE);
    var far = new CompletableFuture<Link>();
    listener.accept().subscribe(far::complete);
    Link near = transport.dial(listener.local()).block(Ear.PATIENCE);
    return new Pair(listener, near, far.get(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Override
  public void close() {
    near.abort();
    far.abort();
    near.onClose().block(Ear.PATIENCE);
    far.onClose().block(Ear.PATIENCE);
    listener.close().block(Ear.PATIENCE);
  }
}
