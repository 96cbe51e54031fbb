/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import io.netty.buffer.ByteBuf;
import org.reactorp2p.bench.contender.Cargo;

/**
 * Finds the messages in a stream of bytes that has no lengths in it, because all are as long as the
 * cargo's; looks at the ends of each and copies none but those the ledger wants to compare.
 */
final class Slicer {

  private final Ledger ledger;
  private final byte[] whole;
  private final byte[] ends = new byte[2 * Long.BYTES];

  /** Bytes of the present message that have come. */
  private int position;

  Slicer(Cargo cargo, Ledger ledger) {
    this.ledger = ledger;
    this.whole = new byte[cargo.payload().bytes()];
  }

  /** Takes the next bytes of the stream. */
  void take(ByteBuf bytes) {
    int at = bytes.readerIndex();
    while (at < bytes.writerIndex()) {
      int now = Math.min(whole.length - position, bytes.writerIndex() - at);
      keepEnds(bytes, at, now);
      if (ledger.isToBeCompared()) {
        bytes.getBytes(at, whole, position, now);
      }
      position += now;
      at += now;
      if (position == whole.length) {
        message();
      }
    }
  }

  private void keepEnds(ByteBuf bytes, int at, int length) {
    for (int i = position; i < Math.min(Long.BYTES, position + length); i++) {
      ends[i] = bytes.getByte(at + i - position);
    }
    int tail = whole.length - Long.BYTES;
    for (int i = Math.max(tail, position); i < position + length; i++) {
      ends[Long.BYTES + i - tail] = bytes.getByte(at + i - position);
    }
  }

  private void message() {
    if (ledger.isToBeCompared()) {
      ledger.compare(whole);
    }
    ledger.enter(Cargo.first(ends), Cargo.last(ends));
    position = 0;
  }
}
