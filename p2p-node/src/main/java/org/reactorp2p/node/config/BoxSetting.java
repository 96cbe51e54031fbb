/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import org.reactorp2p.crypto.box.Boxes;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.node.cli.BoxName;
import org.reactorp2p.pool.Environment;

/** The flag {@code --box} applied to a network's environment. */
public final class BoxSetting {

  private BoxSetting() {}

  /**
   * The environment with the box of that name.
   *
   * @throws BadInputException if this JVM has none
   */
  public static Environment apply(BoxName name, Environment environment) {
    if (name == BoxName.AUTO) {
      return environment;
    }
    try {
      return environment.withBox(Boxes.named(name.toString()));
    } catch (IllegalArgumentException missing) {
      throw new BadInputException(
          "--box "
              + name
              + " is not there on this JVM, which lacks the module jdk.incubator.vector;"
              + " use another JDK, or --box auto",
          missing);
    }
  }
}
