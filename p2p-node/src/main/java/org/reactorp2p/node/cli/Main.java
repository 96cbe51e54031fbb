/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.ServiceLoader;
import picocli.CommandLine;

/** Where {@code ./p2p} begins: finds the commands, runs one, and ends with its exit status. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    if (Arrays.asList(args).contains("--debug")) {
      // Read by logback.xml, so it has to stand before the first logger is made.
      System.setProperty("p2p.log.level", "DEBUG");
    }
    VectorModule.load();
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    System.exit(run(System.in, out, err, args));
  }

  /** Runs one command line in this JVM; the exit status is the answer. For tests and embedders. */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return run(InputStream.nullInputStream(), out, err, args);
  }

  private static int run(InputStream in, PrintWriter out, PrintWriter err, String... args) {
    CommandLine p2p = new CommandLine(new P2p(in));
    for (Subcommand subcommand : ServiceLoader.load(Subcommand.class)) {
      p2p.addSubcommand(subcommand);
    }
    return p2p.setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler(Complaints::badUsage)
        .setExecutionExceptionHandler(Complaints::failed)
        .execute(args);
  }
}
