/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.identity;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.node.cli.ExitStatus;
import org.reactorp2p.node.cli.WorkFailedException;
import org.reactorp2p.node.config.DifficultyConverter;
import org.reactorp2p.pool.store.IdentityFile;
import org.reactorp2p.pool.store.IdentityFileException;
import org.reactorp2p.pool.store.IdentityFileException.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./p2p identity check}: whether a node, and its peers, would accept an identity file. */
@Command(
    name = "check",
    header = "Checks that an identity can be used.",
    description =
        "The peer id must follow from the public key, the public key from the secret key, and the"
            + " stamp must show enough work. Peers refuse a stamp that shows less than they demand.")
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "identity.json",
      description = "The identity file.")
  private Path file;

  @Option(
      names = "--difficulty",
      paramLabel = "BITS",
      defaultValue = "26",
      converter = DifficultyConverter.class,
      description = "The work to demand, in bits; each more is twice the work.")
  private Difficulty difficulty;

  @Override
  public Integer call() {
    try (Identity identity = IdentityFile.at(file).read(difficulty)) {
      spec.commandLine()
          .getOut()
          .println("ok: " + identity.peerId() + " shows the work of difficulty " + difficulty);
      return ExitStatus.OK;
    } catch (IdentityFileException wrong) {
      if (wrong.problem() == Problem.INSUFFICIENT_PROOF_OF_WORK) {
        throw WorkFailedException.of(wrong);
      }
      throw BadInputException.of(wrong);
    }
  }
}
