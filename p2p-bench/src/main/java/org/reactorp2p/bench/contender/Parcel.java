/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.contender;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;

/**
 * A body to be sent, lying ready in both kinds of memory, so that nobody has to copy it from the
 * one to the other. Never to be written to, nor released by who did not retain it.
 *
 * @param body on the heap
 * @param direct the same in direct memory; to be sent as a retained duplicate
 */
public record Parcel(byte[] body, ByteBuf direct) {

  public static Parcel of(byte[] body) {
    ByteBuffer direct = ByteBuffer.allocateDirect(body.length).put(body).flip();
    return new Parcel(body, Unpooled.wrappedBuffer(direct));
  }
}
