/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.cli;

/**
 * The user asked for something that cannot be: the command ends with {@link ExitStatus#BAD_INPUT}.
 * The message is one sentence that says what is wrong and what to do; it is shown as it is.
 */
public final class BadInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BadInputException(String sentence) {
    super(sentence);
  }

  public BadInputException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** For a cause whose message is such a sentence already. */
  public static BadInputException of(Throwable cause) {
    return new BadInputException(String.valueOf(cause.getMessage()), cause);
  }
}
