/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.node.cli.Subcommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./p2p replay}: our implementation against what a real Octez said. */
@Command(
    name = "replay",
    header = "Plays recorded sessions of a real Octez peer against this implementation.",
    description = {
      "Each FILE is a session between two Octez nodes, recorded byte for byte together with both"
          + " secret keys. As initiator and as responder in turn, our implementation gets the"
          + " recorded identity, nonce and configuration, hears the other side's bytes in the"
          + " recorded order (then again, cut at random places), and must say exactly the recorded"
          + " bytes and understand exactly the recorded messages. What a recording cannot show is"
          + " taken from it: free slots, trust, points known, what the application sent, who closed.",
      "Before that, every field of the file is computed anew, so that a changed digit is found and"
          + " its place named: the path of the field, or direction and offset of the byte.",
      "Nothing in a recording leads to some of its words and numbers, so a change there may pass:"
          + " source, scenario, notes, white space, times, most of the log, listening_port,"
          + " max_connections, a required difficulty that the stamp meets either way, and the five"
          + " bits of a secret key that X25519 ignores.",
      "With --vectors, FILE is instead a list of encodings, decisions and cryptography with values,"
          + " and every entry of every group is done with our code."
    })
public final class ReplayCommand implements Subcommand {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      showDefaultValue = Visibility.NEVER,
      description = "Recorded sessions.")
  private List<Path> sessions = List.of();

  @Option(
      names = "--vectors",
      paramLabel = "FILE",
      showDefaultValue = Visibility.NEVER,
      description = "A file of vectors; may be given more than once.")
  private List<Path> vectors = List.of();

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "1",
      description = "Where the random cuts begin; the same number cuts alike.")
  private long seed;

  @Override
  public Integer call() {
    if (sessions.isEmpty() && vectors.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Nothing to replay: name a recorded session, or --vectors FILE");
    }
    PrintWriter out = spec.commandLine().getOut();
    var report = new Report(out);
    for (Path file : sessions) {
      report.record(file.toString(), () -> new SessionCheck(seed).check(session(file)));
    }
    for (Path file : vectors) {
      new Vectors(report).check(file);
    }
    return report.conclude();
  }

  private static Field session(Path file) {
    Field root = JsonFile.read(file);
    if (!SessionReader.isOne(root)) {
      throw new BadInputException(
          "is no recorded session; a file of vectors goes behind --vectors");
    }
    return root;
  }
}
