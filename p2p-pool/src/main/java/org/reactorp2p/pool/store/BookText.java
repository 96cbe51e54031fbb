/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.reactorp2p.core.model.IdPoint;
import org.reactorp2p.crypto.hash.Blake2b;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.acl.AccessSnapshot;
import org.reactorp2p.pool.acl.Ban;
import org.reactorp2p.pool.acl.Greylisting;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.peer.KnownPeer;
import org.reactorp2p.pool.peer.KnownPoint;
import org.reactorp2p.pool.peer.MemorySnapshot;
import org.reactorp2p.pool.peer.Remembered;

/**
 * The text of a peer book: lines of JSON. The first says what it is and when it was saved; each of
 * the others is about one point, one peer, one ban, one whom we trust, or one on the greylist; the
 * last has the digest of all bytes before it, so that a book that was cut off or changed is known
 * as such, and nothing of it is believed. Kinds of lines and fields that we do not know are passed
 * over.
 */
final class BookText {

  static final int VERSION = 1;

  /** With its history and its metadata, the longest of our lines is about half of that. */
  private static final int MAX_LINE = 128 * 1024;

  private static final String FORMAT = "format";
  private static final String NAME = "reactor-p2p peer book";
  private static final String DIGEST = "blake2b";

  private static final int DIGEST_LENGTH = 32;

  /** A book from a later version. */
  static final class NewerException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  // What is being read.
  private final List<Remembered<KnownPoint, PeerId>> points = new ArrayList<>();
  private final List<Remembered<KnownPeer, IdPoint>> peers = new ArrayList<>();
  private final List<Ban> bans = new ArrayList<>();
  private final List<Trustee> trusted = new ArrayList<>();
  private final List<Greylisting> greylist = new ArrayList<>();

  private BookText() {}

  static byte[] encode(PeerBookContent content, Instant saved) {
    var out = new ByteArrayOutputStream();
    ObjectNode head = BookLines.object().put(FORMAT, NAME);
    write(out, head.put("version", VERSION).put("saved", saved.toString()));
    content.access().trusted().forEach(trustee -> write(out, AccessLines.of(trustee)));
    content.access().bans().forEach(ban -> write(out, AccessLines.of(ban)));
    content.access().greylist().forEach(entry -> write(out, AccessLines.of(entry)));
    content.memory().points().forEach(point -> write(out, PointLine.of(point)));
    content.memory().peers().forEach(peer -> write(out, PeerLine.of(peer)));
    byte[] digest = Blake2b.hash(DIGEST_LENGTH, out.toByteArray());
    write(out, BookLines.object().put(DIGEST, HexFormat.of().formatHex(digest)));
    return out.toByteArray();
  }

  private static void write(ByteArrayOutputStream out, ObjectNode line) {
    out.writeBytes(BookLines.text(line).getBytes(StandardCharsets.US_ASCII));
    out.write('\n');
  }

  /**
   * Reads a whole book, or nothing.
   *
   * @throws IllegalArgumentException if it is not as we wrote it
   */
  static PeerBookContent decode(byte[] text) throws NewerException {
    int lastLine = verified(text);
    var reading = new BookText();
    int end = lineEnd(text, 0);
    requireOurs(BookLines.parse(ByteBuffer.wrap(text, 0, end)));
    for (int start = end + 1; start < lastLine; start = end + 1) {
      end = lineEnd(text, start);
      reading.take(BookLines.parse(ByteBuffer.wrap(text, start, end - start)));
    }
    return reading.content();
  }

  /** Where the line with the digest begins, if the digest is right. */
  private static int verified(byte[] text) {
    int lastLine = text.length - 1;
    if (lastLine < 0 || text[lastLine] != '\n') {
      throw new IllegalArgumentException("it is cut off");
    }
    while (lastLine > 0 && text[lastLine - 1] != '\n') {
      lastLine--;
    }
    int length = text.length - lastLine;
    if (lastLine == 0 || length > MAX_LINE) {
      throw new IllegalArgumentException("it has no digest");
    }
    JsonNode last = BookLines.parse(ByteBuffer.wrap(text, lastLine, length - 1));
    byte[] body = Arrays.copyOf(text, lastLine);
    String digest = HexFormat.of().formatHex(Blake2b.hash(DIGEST_LENGTH, body));
    if (!digest.equals(BookFields.required(last, DIGEST))) {
      throw new IllegalArgumentException("its digest does not fit");
    }
    return lastLine;
  }

  /** There is one: the text ends with one. */
  private static int lineEnd(byte[] text, int start) {
    int end = start;
    while (text[end] != '\n') {
      end++;
    }
    if (end - start > MAX_LINE) {
      throw new IllegalArgumentException("it has a line that is too long");
    }
    return end;
  }

  private static void requireOurs(JsonNode head) throws NewerException {
    if (!NAME.equals(BookFields.required(head, FORMAT))) {
      throw new IllegalArgumentException("it is no peer book");
    }
    if (head.path("version").intValue() > VERSION) {
      throw new NewerException();
    }
  }

  private void take(JsonNode line) {
    try {
      if (line.has(PointLine.KIND)) {
        points.add(PointLine.parse(line));
      } else if (line.has(PeerLine.KIND)) {
        peers.add(PeerLine.parse(line));
      } else if (line.has(AccessLines.BAN)) {
        bans.add(AccessLines.ban(line));
      } else if (line.has(AccessLines.TRUST)) {
        trusted.add(AccessLines.trustee(line));
      } else if (line.has(AccessLines.GREYLIST)) {
        greylist.add(AccessLines.greylisting(line));
      }
    } catch (DateTimeException noTime) {
      throw new IllegalArgumentException("it has a time that is none", noTime);
    }
  }

  private PeerBookContent content() {
    return new PeerBookContent(
        new MemorySnapshot(points, peers), new AccessSnapshot(bans, trusted, greylist));
  }
}
