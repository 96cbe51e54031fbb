/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.List;
import org.reactorp2p.node.journal.Entry;
import reactor.core.publisher.Flux;

/** One word that a running node understands on its standard input. */
public interface ConsoleCommand {

  /** The word: lower case, no blanks. */
  String name();

  /** The word and what follows it, as in {@code ban ID|ADDRESS[/PREFIX] [for TIME] [REASON…]}. */
  String usage();

  /** What it does, in a few words. */
  String purpose();

  /**
   * Does it. Cold.
   *
   * @param arguments what followed the word, without blanks
   * @return what there is to show, possibly nothing; fails with a {@link ConsoleException} or an
   *     {@link IllegalArgumentException} whose message is a sentence for whoever typed it
   */
  Flux<Entry> run(List<String> arguments);
}
