/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import java.util.Arrays;
import org.reactorp2p.core.transport.Chunk;
import org.reactorp2p.core.transport.LinkReader;
import org.reactorp2p.core.wire.FrameCodec;

/**
 * Reads one frame at a time, however the link cuts it, and not one byte more: what came behind a
 * frame goes back to the {@link LinkReader}. Judges a length before it keeps room for it. Confined
 * to the link's scheduler.
 */
final class FrameReader {

  /** Takes the outcome of one read: exactly one method is called, once. */
  interface Listener {

    /** A whole frame, its length in front. */
    void onFrame(byte[] frame);

    /** A length outside the bounds; nothing of its body was read. */
    void onBadLength(int length);

    /** The link ended first. */
    void onLoss(Loss loss);
  }

  private final LinkReader reader;
  private final Listener listener;

  FrameReader(LinkReader reader, Listener listener) {
    this.reader = reader;
    this.listener = listener;
  }

  /** Reads the next frame. */
  void next(FrameBounds bounds) {
    reader.read(new Assembly(bounds));
  }

  /** A frame in the making. */
  private final class Assembly implements LinkReader.Handler {
    private final FrameBounds bounds;
    private byte[] frame = new byte[FrameCodec.HEADER_LENGTH];
    private int filled;
    private boolean measured;

    Assembly(FrameBounds bounds) {
      this.bounds = bounds;
    }

    @Override
    public void onChunk(Chunk chunk) {
      Chunk rest = fill(chunk);
      if (!measured && filled == FrameCodec.HEADER_LENGTH) {
        int length = FrameCodec.payloadLength(frame, 0);
        if (!bounds.admit(length)) {
          listener.onBadLength(length);
          return;
        }
        measured = true;
        frame = Arrays.copyOf(frame, FrameCodec.HEADER_LENGTH + length);
        rest = fill(rest);
      }
      if (measured && filled == frame.length) {
        reader.unread(rest);
        listener.onFrame(frame);
      } else {
        reader.read(this);
      }
    }

    /** Copies what fits; returns what did not. */
    private Chunk fill(Chunk chunk) {
      int count = Math.min(chunk.length(), frame.length - filled);
      System.arraycopy(chunk.array(), chunk.start(), frame, filled, count);
      filled += count;
      return chunk.from(chunk.start() + count);
    }

    @Override
    public void onEnd() {
      listener.onLoss(Loss.CLOSED_BY_PEER);
    }

    @Override
    public void onFailure(Throwable cause) {
      listener.onLoss(Loss.CUT);
    }
  }
}
