/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

/** Somebody typed what cannot be done. The message is one sentence that says why. */
public final class ConsoleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ConsoleException(String sentence) {
    super(sentence);
  }
}
