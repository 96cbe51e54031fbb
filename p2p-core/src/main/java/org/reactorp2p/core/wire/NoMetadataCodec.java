/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.wire;

import org.reactorp2p.core.model.NoMetadata;

/** Nothing at all. */
final class NoMetadataCodec implements MetadataCodec<NoMetadata> {

  @Override
  public int maxLength() {
    return 0;
  }

  @Override
  public void encode(NoMetadata value, WireWriter out) {}

  @Override
  public NoMetadata decode(WireReader in) {
    return NoMetadata.NONE;
  }
}
