/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import org.reactorp2p.core.model.ConnectionMetadata;

/** Two booleans, a byte each: mempool disabled, private node. */
final class OctezMetadataCodec implements MetadataCodec<ConnectionMetadata> {

  private static final int LENGTH = 2;

  @Override
  public int minLength() {
    return LENGTH;
  }

  @Override
  public int maxLength() {
    return LENGTH;
  }

  @Override
  public void encode(ConnectionMetadata value, WireWriter out) {
    out.bool(value.disableMempool()).bool(value.privateNode());
  }

  @Override
  public ConnectionMetadata decode(WireReader in) {
    return new ConnectionMetadata(in.bool(), in.bool());
  }

  @Override
  public boolean isPrivate(ConnectionMetadata value) {
    return value.privateNode();
  }

  @Override
  public ConnectionMetadata keptPrivate(ConnectionMetadata value) {
    return new ConnectionMetadata(value.disableMempool(), true);
  }
}
