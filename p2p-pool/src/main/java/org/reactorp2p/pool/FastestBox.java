/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.function.LongSupplier;
import org.reactorp2p.crypto.box.Box;
import org.reactorp2p.crypto.box.BoxChoice;
import org.reactorp2p.crypto.box.Boxes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The box that is fastest on this JVM, found once in its life. Vector code is slow until the
 * compiler is done with it, which takes a second or, on a busy machine, many; nobody should wait
 * for that. So the plain box serves at once, a thread in the background tries what else there is,
 * and connections made after that seal with the winner. Peers cannot tell the difference.
 */
final class FastestBox {

  private static final Logger LOG = LoggerFactory.getLogger(FastestBox.class);

  private static volatile Box known = Boxes.plain();

  static {
    Thread trial = new Thread(() -> tryOut(System::nanoTime), "p2p-box-trial");
    trial.setDaemon(true);
    trial.start();
  }

  private FastestBox() {}

  /** The best as far as is known now. The first call begins the trial. */
  static Box now() {
    return known;
  }

  private static void tryOut(LongSupplier nanoTime) {
    BoxChoice choice = Boxes.choose(nanoTime);
    known = choice.box();
    LOG.info(choice.report());
  }
}
