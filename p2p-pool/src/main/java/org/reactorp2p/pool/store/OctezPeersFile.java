/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.reactorp2p.pool.peer.TableBounds;
import org.reactorp2p.pool.store.PeerBookException.Problem;

/**
 * The peers of an Octez node as it keeps them in {@code peers.json}: who they are, when and where
 * it met them, which ones it trusts. It has neither points nor bans in it.
 *
 * <p>All methods block on the disk.
 */
public final class OctezPeersFile {

  /** Ten times what a node with the tables of the original writes. */
  static final int MAX_LENGTH = 64 << 20;

  private static final int MAX_DEPTH = 16;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .build();

  private final Path path;

  private OctezPeersFile(Path path) {
    this.path = path;
  }

  /** The file at {@code path}; touches nothing yet. */
  public static OctezPeersFile at(Path path) {
    return new OctezPeersFile(path);
  }

  /** All peers in it, in their order; fails if one of them makes no sense. */
  public List<OctezPeer> read() throws PeerBookException {
    try (JsonParser parser = JSON.createParser(BoundedFile.read(path, MAX_LENGTH))) {
      return peers(parser);
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException notPeers) {
      throw new PeerBookException(
          Problem.DAMAGED,
          "the file %s is not a list of peers as Octez writes it (%s)"
              .formatted(path, whatIs(notPeers)));
    } catch (BoundedFile.TooLargeException large) {
      throw new PeerBookException(
          Problem.TOO_LARGE,
          "the file %s is longer than %d bytes and so no list of peers"
              .formatted(path, MAX_LENGTH));
    } catch (IOException refused) {
      throw new PeerBookException(
          Problem.UNREADABLE,
          "the file %s cannot be read (%s)".formatted(path, GuardedFile.reasonOf(refused)));
    }
  }

  /** Without what Jackson quotes of the file. */
  private static String whatIs(Exception notPeers) {
    return notPeers instanceof JsonProcessingException
        ? "it is not valid JSON"
        : String.valueOf(notPeers.getMessage());
  }

  private static List<OctezPeer> peers(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_ARRAY) {
      throw new IllegalArgumentException("it does not begin with a list");
    }
    List<OctezPeer> peers = new ArrayList<>();
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      if (peers.size() == TableBounds.GREATEST) {
        throw new IllegalArgumentException("it has more than " + TableBounds.GREATEST + " peers");
      }
      JsonNode peer = parser.readValueAsTree();
      peers.add(OctezPeerJson.parse(peer));
    }
    if (parser.currentToken() != JsonToken.END_ARRAY || parser.nextToken() != null) {
      throw new IllegalArgumentException("it is not one list of objects");
    }
    return peers;
  }

  /** Writes these peers in place of whatever was there: as a whole, or not at all. */
  public void write(List<OctezPeer> peers) throws PeerBookException {
    ArrayNode array = JSON.createArrayNode();
    peers.forEach(peer -> array.add(OctezPeerJson.of(peer)));
    Path target = path.toAbsolutePath();
    Path passing = target.resolveSibling(target.getFileName() + ".new");
    try {
      Files.deleteIfExists(passing);
      Files.createFile(passing, FreshFile.ownerOnly(target));
      FreshFile.writeThrough(
          passing, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(array));
      Files.move(
          passing, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException refused) {
      throw new PeerBookException(
          Problem.UNWRITABLE,
          "the file %s cannot be written (%s)".formatted(path, GuardedFile.reasonOf(refused)));
    }
  }
}
