/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.List;
import java.util.Optional;
import org.reactorp2p.core.wire.Ack;
import org.reactorp2p.core.wire.ConnectionMessage;
import org.reactorp2p.core.wire.PeerMessage;

/**
 * Everything one side said, as bytes and as what it means; every recorded field of it was checked.
 *
 * @param sender who said it
 * @param raw every byte
 * @param hello its first frame
 * @param chunks its encrypted frames
 * @param answer its Ack or Nack, if it came to that
 * @param messages what followed
 * @param unread plaintext behind the last whole message: something that is no message
 * @param trailing bytes behind the last frame that opens
 */
record Way(
    Role sender,
    byte[] raw,
    ConnectionMessage hello,
    List<Chunk> chunks,
    Optional<Ack> answer,
    List<Message> messages,
    int unread,
    int trailing) {

  /**
   * How many of its first bytes an implementation can be made to say: all, but for what is no
   * message, and for a frame that was cut off.
   */
  int sayable() {
    if (unread == 0) {
      return raw.length - trailing;
    }
    return messages.isEmpty() ? handshakeEnd() : messages.get(messages.size() - 1).end();
  }

  /**
   * Where that begins which ends the connection for whoever hears it: a Disconnect, or what is no
   * message. Beyond all bytes if there is neither.
   */
  int lastWord() {
    for (Message message : messages) {
      if (message.value() instanceof PeerMessage.Disconnect) {
        return message.begin();
      }
    }
    return unread == 0 ? Integer.MAX_VALUE : sayable();
  }

  private int handshakeEnd() {
    return chunks.get(Math.min(2, chunks.size()) - 1).end();
  }

  /** A place in it, for people. */
  String at(int offset) {
    return sender.way() + ", offset " + offset;
  }
}
