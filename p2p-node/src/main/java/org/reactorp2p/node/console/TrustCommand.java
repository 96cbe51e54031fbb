/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.List;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.pool.AccessControl;
import org.reactorp2p.pool.acl.Trustee;
import reactor.core.publisher.Flux;

/** {@code trust}: trusts a peer, or whoever is to be dialled there. */
final class TrustCommand implements ConsoleCommand {

  private final AccessControl access;

  TrustCommand(AccessControl access) {
    this.access = access;
  }

  @Override
  public String name() {
    return "trust";
  }

  @Override
  public String usage() {
    return "trust ID|ADDRESS:PORT[#ID]";
  }

  @Override
  public String purpose() {
    return "trusts a peer, or whoever is to be dialled there";
  }

  @Override
  public Flux<Entry> run(List<String> arguments) {
    Arguments words = Arguments.of(arguments);
    Trustee trustee = Trustee.parse(words.next("a peer id or a point"));
    words.end();
    return access.trust(trustee).thenMany(Flux.empty());
  }
}
