/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.identity;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.node.cli.ExitStatus;
import org.reactorp2p.pool.store.IdentityFile;
import org.reactorp2p.pool.store.IdentityFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./p2p identity show}: what is public in an identity file. */
@Command(
    name = "show",
    header = "Shows the public half of an identity.",
    description = "Prints peer id, public key and stamp; the secret key never leaves the file.")
final class ShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "identity.json",
      description = "The identity file.")
  private Path file;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Identity identity = IdentityFile.at(file).read()) {
      print(out, identity);
    } catch (IdentityFileException wrong) {
      throw BadInputException.of(wrong);
    }
    return ExitStatus.OK;
  }

  static void print(PrintWriter out, Identity identity) {
    out.println("peer id     " + identity.peerId());
    out.println("public key  " + identity.publicKey().toHex());
    out.println("stamp       " + identity.stamp().toHex());
  }
}
