/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.process;

import org.reactorp2p.node.cli.BadInputException;

/** What numbers may be asked for on the command line. */
public final class Bounds {

  private Bounds() {}

  /**
   * @throws BadInputException with a sentence that names the option, if the value is out of bounds
   */
  public static void require(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new BadInputException(
          option + " must be within " + least + " to " + most + ", not " + value);
    }
  }
}
