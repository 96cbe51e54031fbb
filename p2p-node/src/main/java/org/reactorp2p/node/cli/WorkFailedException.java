/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.cli;

/**
 * The input was fine and the work failed: the command ends with {@link ExitStatus#FAILED}. The
 * message is one sentence that says what happened; it is shown as it is.
 */
public final class WorkFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public WorkFailedException(String sentence) {
    super(sentence);
  }

  public WorkFailedException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** For a cause whose message is such a sentence already. */
  public static WorkFailedException of(Throwable cause) {
    return new WorkFailedException(String.valueOf(cause.getMessage()), cause);
  }
}
