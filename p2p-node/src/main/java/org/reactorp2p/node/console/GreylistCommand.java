/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.time.Duration;
import java.util.List;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.pool.AccessControl;
import org.reactorp2p.pool.acl.Subject;
import reactor.core.publisher.Flux;

/** {@code greylist}: keeps out for a while, a day unless told otherwise. */
final class GreylistCommand implements ConsoleCommand {

  private final AccessControl access;

  GreylistCommand(AccessControl access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "greylist";
  }

  @Override
  public String usage() {
    return "greylist ID|ADDRESS [for TIME]";
  }

  @Override
  public String purpose() {
    return "keeps out for a while, a day unless told otherwise";
  }

  @Override
  public Flux<Entry> run(List<String> arguments) {
    Arguments words = Arguments.of(arguments);
    Subject subject = Subject.parse(words.next("a peer id or an address"));
    Duration time = words.time().orElse(Duration.ofDays(1));
    words.end();
    return access.greylist(subject, time).thenMany(Flux.empty());
  }
}
