/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.console;

import java.util.List;
import java.util.Locale;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.node.journal.Entry;
import org.reactorp2p.pool.Acquaintances;
import org.reactorp2p.pool.score.Score;
import reactor.core.publisher.Flux;

/** {@code score}: shows what a peer is worth to the node, and why. */
final class ScoreCommand implements ConsoleCommand {

  private final Acquaintances known;

  ScoreCommand(Acquaintances known) {
    this.known = known;
  }

  @Override
  public String name() {
    return "score";
  }

  @Override
  public String usage() {
    return "score ID";
  }

  @Override
  public String purpose() {
    return "shows what a peer is worth to us, and why: what was seen, and what it makes of it";
  }

  @Override
  public Flux<Entry> run(List<String> arguments) {
    Arguments words = Arguments.of(arguments);
    PeerId peer = PeerId.parse(words.next("a peer id"));
    words.end();
    return known.score(peer).map(score -> entry(peer, score)).flux();
  }

  private static Entry entry(PeerId peer, Score score) {
    Entry entry =
        Entry.of("score").with("peer", peer.toString()).with("value", rounded(score.value()));
    for (Score.Part part : score.parts()) {
      entry =
          entry.with(
              part.what(),
              String.format(Locale.ROOT, "%.0f:x%s", part.seen(), rounded(part.factor())));
    }
    return entry;
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
