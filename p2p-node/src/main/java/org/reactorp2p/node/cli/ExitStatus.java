/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.cli;

/** What a command tells the shell. */
public final class ExitStatus {

  /** Everything asked for was done. */
  public static final int OK = 0;

  /** The question was understood, the work failed or its result was bad. */
  public static final int FAILED = 1;

  /** The question itself was wrong: a flag, a file that cannot be read, a port already taken. */
  public static final int BAD_INPUT = 2;

  /** Given up because of Ctrl-C or SIGTERM, as shells count it: 128 and the number of SIGINT. */
  public static final int INTERRUPTED = 130;

  private ExitStatus() {}
}
