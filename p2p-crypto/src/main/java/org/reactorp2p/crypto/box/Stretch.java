/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

/**
 * Which blocks of the stream: {@code count} of them, block {@code i} belonging to the frame {@code
 * i / perFrame} frames on, at counter {@code counter + i % perFrame}. A mutable value object,
 * because nothing may be allocated per frame.
 */
final class Stretch {
  /** The last 8 bytes of the first frame's nonce, as the big-endian number that is counted up. */
  long nonce;

  long counter;
  int perFrame;
  int count;

  /** Consecutive blocks of one frame. */
  Stretch ofFrame(long frameNonce, long firstCounter, int blocks) {
    nonce = frameNonce;
    counter = firstCounter;
    perFrame = blocks;
    count = blocks;
    return this;
  }

  /** The first blocks of several frames, one frame's after the other's. */
  Stretch ofFrames(long firstNonce, int frames, int blocksPerFrame) {
    nonce = firstNonce;
    counter = 0;
    perFrame = blocksPerFrame;
    count = frames * blocksPerFrame;
    return this;
  }
}
