/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import io.netty.buffer.ByteBuf;
import org.reactorp2p.bench.contender.Cargo;
import org.reactorp2p.bench.contender.Intake;

/** Enters what comes on one line in its ledger, whichever form it has. */
final class Reception implements Intake {

  private final Ledger ledger;
  private final Slicer slicer;
  private final byte[] whole;

  Reception(Cargo cargo, Ledger ledger) {
    this.ledger = ledger;
    this.slicer = new Slicer(cargo, ledger);
    this.whole = new byte[cargo.payload().bytes()];
  }

  @Override
  public void message(byte[] body) {
    ledger.enter(body);
  }

  @Override
  public void message(ByteBuf body) {
    if (body.readableBytes() != whole.length) {
      ledger.damaged();
      return;
    }
    int at = body.readerIndex();
    if (ledger.isToBeCompared()) {
      body.getBytes(at, whole);
      ledger.compare(whole);
    }
    ledger.enter(body.getLong(at), body.getLong(at + whole.length - Long.BYTES));
  }

  @Override
  public void stream(ByteBuf bytes) {
    slicer.take(bytes);
  }
}
