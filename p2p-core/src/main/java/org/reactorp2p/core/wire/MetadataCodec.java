/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import org.reactorp2p.core.model.ConnectionMetadata;
import org.reactorp2p.core.model.NoMetadata;
import org.reactorp2p.core.model.RemoteMetadata;

/**
 * How two nodes tell each other what they are under encryption, before either admits the other: the
 * application's choice, which all nodes of a network make alike. Whatever its methods throw about a
 * peer's bytes counts as malformed metadata.
 *
 * @param <C> what a node says of itself
 */
public interface MetadataCodec<C> extends Codec<C> {

  /** The most that any codec may ask for: as much may any stranger send who owns a key. */
  int MAX_LENGTH = 4096;

  /** Two booleans, a byte each: mempool disabled, private node. What Octez speaks. */
  MetadataCodec<ConnectionMetadata> OCTEZ = new OctezMetadataCodec();

  /** No bytes at all; nobody is private. */
  MetadataCodec<NoMetadata> NONE = new NoMetadataCodec();

  /** Fewest bytes of a value; frames that are shorter are refused before they come. */
  default int minLength() {
    return 0;
  }

  /** Most bytes of a value, up to {@link #MAX_LENGTH}; longer frames are refused likewise. */
  int maxLength();

  /**
   * Whether a node that says this wants its address kept to ourselves, and not to be asked for
   * others.
   */
  default boolean isPrivate(C value) {
    return false;
  }

  /**
   * The same value, but private: what a node says that talks to none but those it trusts. Where
   * values cannot say so, the same; then others will tell its address.
   */
  default C keptPrivate(C value) {
    return value;
  }

  /** What a peer said, as a value. */
  default C of(RemoteMetadata said) {
    return ofBytes(said.content().toBytes());
  }
}
