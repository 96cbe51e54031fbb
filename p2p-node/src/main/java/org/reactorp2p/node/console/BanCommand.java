/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.List;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.pool.AccessControl;
import org.reactorp2p.pool.acl.BanTerms;
import org.reactorp2p.pool.acl.Subject;
import reactor.core.publisher.Flux;

/** {@code ban}: keeps out a peer, an address or a block of addresses. */
final class BanCommand implements ConsoleCommand {

  private final AccessControl access;

  BanCommand(AccessControl access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "ban";
  }

  @Override
  public String usage() {
    return "ban ID|ADDRESS[/PREFIX] [for TIME] [REASON..]";
  }

  @Override
  public String purpose() {
    return "keeps out a peer, an address or a block of addresses";
  }

  @Override
  public Flux<Entry> run(List<String> arguments) {
    Arguments words = Arguments.of(arguments);
    Subject subject = Subject.parse(words.next("a peer id or an address"));
    var time = words.time();
    String reason = words.rest();
    return access.ban(subject, new BanTerms(reason, "console", time)).thenMany(Flux.empty());
  }
}
