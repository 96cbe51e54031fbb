/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** How the command line complains: one sentence on standard error, and an exit status. */
final class Complaints {

  private Complaints() {}

  static int badUsage(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    String sentence = ended(String.valueOf(wrong.getMessage()));
    String advice = " See './" + command.getCommandSpec().qualifiedName() + " --help'.";
    complain(command.getErr(), sentence + advice);
    return ExitStatus.BAD_INPUT;
  }

  static int failed(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    complain(err, sentenceOf(failure));
    P2p p2p = (P2p) command.getCommandSpec().root().userObject();
    if (p2p.debug()) {
      failure.printStackTrace(err);
    }
    return failure instanceof BadInputException ? ExitStatus.BAD_INPUT : ExitStatus.FAILED;
  }

  private static String sentenceOf(Exception failure) {
    if (failure instanceof BadInputException || failure instanceof WorkFailedException) {
      return ended(String.valueOf(failure.getMessage()));
    }
    return ended("something went wrong that should not: " + failure)
        + " Run it again with --debug to see where.";
  }

  private static void complain(PrintWriter err, String sentence) {
    err.println("p2p: " + onOneLine(sentence));
    err.flush();
  }

  private static String ended(String sentence) {
    return sentence.endsWith(".") || sentence.endsWith("?") ? sentence : sentence + ".";
  }

  /** What the user typed may be quoted in the sentence; it shall not draw on the terminal. */
  private static String onOneLine(String sentence) {
    StringBuilder line = new StringBuilder(sentence.length());
    sentence
        .codePoints()
        .map(c -> c == '\n' || c == '\r' || c == '\t' ? ' ' : c)
        .forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    return line.toString();
  }
}
