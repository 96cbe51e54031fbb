/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.List;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.pool.AccessControl;
import org.reactorp2p.pool.acl.Trustee;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code untrust}: trusts no more. */
final class UntrustCommand implements ConsoleCommand {

  private final AccessControl access;

  UntrustCommand(AccessControl access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "untrust";
  }

  @Override
  public String usage() {
    return "untrust ID|ADDRESS:PORT";
  }

  @Override
  public String purpose() {
    return "trusts no more";
  }

  @Override
  public Flux<Entry> run(List<String> arguments) {
    Arguments words = Arguments.of(arguments);
    Trustee trustee = Trustee.parse(words.next("a peer id or a point"));
    words.end();
    return access
        .untrust(trustee)
        .filter(held -> held)
        .switchIfEmpty(Mono.error(() -> new IllegalArgumentException(trustee + " was not trusted")))
        .thenMany(Flux.empty());
  }
}
