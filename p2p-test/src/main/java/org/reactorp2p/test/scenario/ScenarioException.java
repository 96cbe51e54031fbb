/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.scenario;

/** The text is no scenario; the message is a sentence that says where and why. */
public final class ScenarioException extends Exception {

  private static final long serialVersionUID = 1L;

  ScenarioException(String sentence) {
    super(sentence);
  }
}
