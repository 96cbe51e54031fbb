/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.List;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.pool.AccessControl;
import org.reactorp2p.pool.acl.Subject;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code unban}: lifts a ban, and takes off the greylist. */
final class UnbanCommand implements ConsoleCommand {

  private final AccessControl access;

  UnbanCommand(AccessControl access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "unban";
  }

  @Override
  public String usage() {
    return "unban ID|ADDRESS[/PREFIX]";
  }

  @Override
  public String purpose() {
    return "lifts a ban, and takes off the greylist";
  }

  @Override
  public Flux<Entry> run(List<String> arguments) {
    Arguments words = Arguments.of(arguments);
    Subject subject = Subject.parse(words.next("a peer id or an address"));
    words.end();
    return access
        .unban(subject)
        .filter(held -> held)
        .switchIfEmpty(
            Mono.error(
                () ->
                    new IllegalArgumentException(
                        subject + " itself is neither banned nor greylisted: lists shows who is")))
        .thenMany(Flux.empty());
  }
}
