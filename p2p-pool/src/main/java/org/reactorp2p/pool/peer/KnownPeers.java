/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.peer;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.event.P2pEvent;

/**
 * The peers we remember, and what each thing that happens means for them. A peer becomes known by
 * proving who it is, never by hearsay. Confined to the decisions' thread.
 */
final class KnownPeers {

  private final MemoryContext context;
  private final KnownTable<PeerId, KnownPeer, IdPoint> table;

  /**
   * @param inUse whether there is a connection with it, or about to be
   */
  KnownPeers(MemoryConfig config, MemoryContext context, Predicate<PeerId> inUse) {
    this.context = context;
    this.table =
        new KnownTable<>(
            KnownPeer::id,
            config.peers(),
            evictionOf(config),
            known -> context.trust().trusts(known.id()) || inUse.test(known.id()));
  }

  private static Eviction<KnownPeer> evictionOf(MemoryConfig config) {
    return config.eviction() == EvictionPolicy.ORIGINAL
        ? new OriginalPeerEviction()
        : new GuardedPeerEviction();
  }

  KnownTable<PeerId, KnownPeer, IdPoint> table() {
    return table;
  }

  /** It proved who it is, and we said yes or no. */
  void answered(PeerId peer, ContactKind answer, IdPoint at) {
    table
        .add(KnownPeer.fresh(peer, now()))
        .ifPresent(
            gone -> {
              if (!gone.isEmpty()) {
                context.told().accept(new P2pEvent.PeersForgotten(gone.size()));
              }
              context.told().accept(new P2pEvent.PeerLearned(peer));
            });
    note(peer, answer, at);
  }

  /** We got as far as our yes, and no further. */
  void rejected(PeerId peer, IdPoint at) {
    contact(peer, contacts -> contacts.withRejection(at, now()));
    table.change(peer, known -> known.behaving(known.conduct().refused()));
    note(peer, ContactKind.REJECTED, at);
  }

  void withdrawn(PeerId peer, IdPoint at) {
    note(peer, ContactKind.WITHDRAWN, at);
  }

  void established(PeerId peer, IdPoint at) {
    contact(peer, contacts -> contacts.withConnection(at, now()));
    note(peer, ContactKind.ESTABLISHED, at);
  }

  void disconnected(PeerId peer, IdPoint at) {
    contact(peer, contacts -> contacts.withDisconnection(at, now()));
    note(peer, ContactKind.DISCONNECTED, at);
  }

  private void contact(PeerId peer, UnaryOperator<Contacts<IdPoint>> change) {
    table.change(peer, known -> known.after(change.apply(known.contacts())));
  }

  private void note(PeerId peer, ContactKind kind, IdPoint at) {
    table.note(peer, new HistoryEntry<>(kind, now(), Optional.of(at)));
  }

  private Instant now() {
    return context.clock().instant();
  }
}
