/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.node.cli.ExitStatus;
import org.reactorp2p.node.cli.StopSignal;
import org.reactorp2p.node.config.DifficultyConverter;
import org.reactorp2p.pool.store.IdentityFile;
import org.reactorp2p.pool.store.IdentityFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./p2p identity generate}: a new identity in a new file. */
@Command(
    name = "generate",
    header = "Makes a new identity.",
    description =
        "Draws a key pair and searches a stamp on all cores. Difficulty 26, which nodes of the main"
            + " network demand, takes some seconds. The file is readable by you alone and never"
            + " overwrites another. Ctrl-C stops the search and leaves nothing behind.")
final class GenerateCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "identity.json",
      description = "Where to put it.")
  private Path file;

  @Option(
      names = "--difficulty",
      paramLabel = "BITS",
      defaultValue = "26",
      converter = DifficultyConverter.class,
      description = "The work to show, in bits; each more takes twice as long to find.")
  private Difficulty difficulty;

  @Override
  public Integer call() {
    try {
      IdentityFile target = IdentityFile.at(file);
      target.requireVacant();
      generate(target);
    } catch (IdentityFileException wrong) {
      throw BadInputException.of(wrong);
    }
    return ExitStatus.OK;
  }

  /** A signal stops the search, but not the writing: the file is there as a whole or not at all. */
  private void generate(IdentityFile target) throws IdentityFileException {
    try (Mining mining = Mining.start(difficulty)) {
      StopSignal signal = StopSignal.listen(PATIENCE, ExitStatus.INTERRUPTED, mining::cancel);
      try (Identity identity = mining.await()) {
        target.write(identity);
        ShowCommand.print(spec.commandLine().getOut(), identity);
      } finally {
        signal.close();
      }
    }
  }
}
