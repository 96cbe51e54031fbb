/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.simulate;

import java.nio.file.Path;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.test.scenario.Scenario;
import org.reactorp2p.test.scenario.ScenarioException;
import org.reactorp2p.test.scenario.ScenarioReader;

/** A scenario in a file. */
final class ScenarioFile {

  private ScenarioFile() {}

  /**
   * Reads it.
   *
   * @throws BadInputException if it cannot be read or is no scenario
   */
  static Scenario read(Path file) {
    try {
      return ScenarioReader.read(TextFile.read(file, ScenarioReader.MAX_LENGTH));
    } catch (ScenarioException wrong) {
      throw new BadInputException(file + ": " + wrong.getMessage(), wrong);
    }
  }
}
