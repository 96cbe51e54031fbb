/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.contender;

import io.netty.buffer.ByteBuf;

/**
 * Takes what comes on a line, in whichever form the contender has it, so that none pays for a copy
 * that its users could do without. What is handed in is only lent for the call.
 */
public interface Intake {

  /** A message. */
  void message(byte[] body);

  /** A message, as the readable bytes of a buffer. */
  void message(ByteBuf body);

  /** The next bytes of a stream in which messages of the payload's length lie end to end. */
  void stream(ByteBuf bytes);
}
