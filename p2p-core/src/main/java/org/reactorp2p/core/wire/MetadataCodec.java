/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import org.reactorp2p.core.model.ConnectionMetadata;

/** Two booleans, a byte each: mempool disabled, private node. */
public final class MetadataCodec implements Codec<ConnectionMetadata> {

  public static final MetadataCodec INSTANCE = new MetadataCodec();

  /** Bytes of the encoding. */
  public static final int LENGTH = 2;

  private MetadataCodec() {}

  @Override
  public void encode(ConnectionMetadata value, WireWriter out) {
    out.bool(value.disableMempool()).bool(value.privateNode());
  }

  @Override
  public ConnectionMetadata decode(WireReader in) {
    return new ConnectionMetadata(in.bool(), in.bool());
  }
}
