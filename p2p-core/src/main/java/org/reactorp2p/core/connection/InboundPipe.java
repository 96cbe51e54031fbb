/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.util.function.Consumer;
import org.reactorp2p.core.connection.DisconnectReason.PeerClosed;
import org.reactorp2p.core.connection.DisconnectReason.Truncated;
import org.reactorp2p.core.transport.Chunk;
import org.reactorp2p.core.transport.LinkReader;
import org.reactorp2p.core.wire.Flaw;
import org.reactorp2p.core.wire.FrameAssembler;
import org.reactorp2p.core.wire.MalformedException;
import org.reactorp2p.core.wire.MessageAssembler;
import org.reactorp2p.crypto.session.DecipherException;
import org.reactorp2p.crypto.session.NoncesExhaustedException;
import org.reactorp2p.crypto.session.Opener;

/**
 * What the link receives, turned into messages: chunks into frames, frames opened, contents joined.
 * It asks for a chunk only when the last one is used up, and goes on to the next frame only when
 * the receivers have room, so a chunk and a frame are all it ever holds beyond their bounds.
 *
 * <p>Confined to the link's thread.
 */
final class InboundPipe<M> implements LinkReader.Handler {

  private final LinkReader reader;
  private final Opener opener;
  private final MessageAssembler<M> messages;
  private final FrameAssembler frames = FrameAssembler.sealed();
  private final Reception<M> reception;
  private final Assembly assembly;
  private final Tally tally;
  private final Consumer<DisconnectReason> end;

  private Chunk chunk = Chunk.EMPTY;
  private int position;
  private boolean reading; // a chunk was asked for and is to come
  private boolean stopped;

  /**
   * @param end told, once, why no more can come; must lead to {@link #stop}
   */
  InboundPipe(
      LinkReader reader,
      Opener opener,
      MessageAssembler<M> messages,
      Reception<M> reception,
      Assembly assembly,
      Tally tally,
      Consumer<DisconnectReason> end) {
    this.reader = reader;
    this.opener = opener;
    this.messages = messages;
    this.reception = reception;
    this.assembly = assembly;
    this.tally = tally;
    this.end = end;
  }

  /**
   * Begins, or goes on after {@link Reception#awaitRoom} or the budget had said no. May be called
   * once too often: whoever makes room, and we who look for it, may both find it in one moment.
   */
  void run() {
    try {
      pump();
    } catch (MalformedException malformed) {
      fail(reasonOf(malformed));
    } catch (DecipherException forged) {
      fail(new DisconnectReason.Undecipherable());
    } catch (NoncesExhaustedException exhausted) {
      fail(new DisconnectReason.NoncesExhausted());
    } catch (RuntimeException ours) {
      fail(new DisconnectReason.InternalError(ours.getClass().getSimpleName()));
    }
  }

  private void fail(DisconnectReason reason) {
    stopped = true;
    end.accept(reason);
  }

  /** Reads no more, and lets go of everything. */
  void stop() {
    stopped = true;
    chunk = Chunk.EMPTY;
    position = 0;
    reader.cancel();
    opener.close();
    assembly.dispose();
  }

  private void pump() {
    while (!stopped && !reading) {
      if (!reception.awaitRoom()) {
        assembly.pause();
        return;
      }
      if (position < chunk.end()) {
        position = frames.feed(chunk.array(), position, chunk.end());
        if (frames.isComplete()) {
          open();
        }
      } else if (assembly.mayReadOn(frames, messages, tally)) {
        chunk = Chunk.EMPTY;
        position = 0;
        reading = true;
        reader.read(this);
        return;
      } else {
        return;
      }
    }
  }

  private void open() {
    byte[] box = frames.array();
    int offset = frames.offset();
    int length = opener.open(box, offset, frames.length());
    messages.feed(box, offset + Opener.TAG_LENGTH, length, reception);
    // The message may have been a goodbye, and everything is let go by now.
    if (!stopped) {
      frames.next();
    }
  }

  @Override
  public void onChunk(Chunk next) {
    reading = false;
    if (stopped) {
      return;
    }
    tally.received(next.length());
    assembly.gained(next.length());
    chunk = next;
    position = next.start();
    run();
  }

  @Override
  public void onEnd() {
    if (!frames.isBetweenFrames()) {
      end.accept(new Truncated("frame"));
    } else if (messages.partialLength() > 0) {
      end.accept(new Truncated("message"));
    } else {
      end.accept(new PeerClosed());
    }
  }

  @Override
  public void onFailure(Throwable cause) {
    end.accept(DisconnectReason.ofLinkFailure(cause));
  }

  private static DisconnectReason reasonOf(MalformedException malformed) {
    return malformed.flaw() == Flaw.FRAME_TOO_SHORT
        ? new DisconnectReason.FrameTooShort()
        : new DisconnectReason.Malformed(malformed.flaw(), malformed.offset());
  }
}
