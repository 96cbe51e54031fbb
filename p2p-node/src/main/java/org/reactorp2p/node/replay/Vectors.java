/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.reactorp2p.crypto.box.Box;
import org.reactorp2p.crypto.box.Boxes;
import org.reactorp2p.node.cli.BadInputException;

/** A file of vectors: groups of entries, each of which our code must reproduce. */
final class Vectors {

  /** Words about the file, not about the protocol. */
  private static final Set<String> PROSE = Set.of("source", "endianness");

  private static final String CONSTANTS = "constants";

  private static final List<Box> BOXES = Boxes.available();

  private static final Map<String, Consumer<Field>> GROUPS =
      Map.ofEntries(
          Map.entry("network_version", HandshakeVectors::networkVersion),
          Map.entry("connection_message", HandshakeVectors::connectionMessage),
          Map.entry("connection_message_decoding", HandshakeVectors::connectionMessageDecoding),
          Map.entry("connection_metadata", HandshakeVectors::metadata),
          Map.entry("connection_metadata_decoding", HandshakeVectors::metadataDecoding),
          Map.entry("ack", HandshakeVectors::ack),
          Map.entry("nack_many_points", HandshakeVectors::nackManyPoints),
          Map.entry("ack_decoding", HandshakeVectors::ackDecoding),
          Map.entry("point", MessageVectors::point),
          Map.entry("point_decoding", MessageVectors::pointDecoding),
          Map.entry("p2p_message", MessageVectors::message),
          Map.entry("p2p_message_decoding", MessageVectors::messageDecoding),
          Map.entry("p2p_message_incremental_decoding", MessageVectors::incremental),
          Map.entry("peer_id", CryptoVectors::peerId),
          Map.entry("crypto_box", entry -> CryptoVectors.box(entry, BOXES)),
          Map.entry("nonce_increment", CryptoVectors::nonceIncrement),
          Map.entry("generate_nonces", CryptoVectors::generateNonces),
          Map.entry("proof_of_work_target", CryptoVectors::target),
          Map.entry("proof_of_work", CryptoVectors::proofOfWork));

  private final Report report;

  Vectors(Report report) {
    this.report = report;
  }

  /** Does every group of the file, a line each. */
  void check(Path file) {
    Map<String, Field> groups = new LinkedHashMap<>();
    try {
      groups.putAll(groupsOf(JsonFile.read(file)));
    } catch (BadInputException unreadable) {
      report.record(
          file.toString(),
          () -> {
            throw unreadable;
          });
    }
    groups.forEach((name, group) -> check(file.toString(), name, group));
  }

  /** Does one group. */
  void check(String file, String name, Field group) {
    report.record(file + " " + name, () -> group(group, name));
  }

  private static Map<String, Field> groupsOf(Field root) {
    Map<String, Field> groups = new LinkedHashMap<>();
    if (root.node().isObject()) {
      root.names().forEach(name -> groups.put(name, root.get(name)));
      groups.keySet().removeAll(PROSE);
    }
    if (Collections.disjoint(groups.keySet(), GROUPS.keySet())) {
      throw new BadInputException(
          "has no group of vectors; recorded sessions go without --vectors");
    }
    return groups;
  }

  private static String group(Field group, String name) {
    if (name.equals(CONSTANTS)) {
      ConstantVectors.check(group);
      return group.names().size() + " constants";
    }
    Consumer<Field> check = GROUPS.get(name);
    if (check == null) {
      throw group.wrong("is a group that nobody knows; it was not checked");
    }
    List<Field> entries = group.items();
    for (Field entry : entries) {
      one(check, entry);
    }
    return entries.size() + " entries";
  }

  /** Whatever an entry makes our code throw, its place is told. */
  private static void one(Consumer<Field> check, Field entry) {
    try {
      check.accept(entry);
    } catch (Difference e) {
      throw e;
    } catch (RuntimeException e) {
      throw entry.wrong(String.valueOf(e.getMessage()));
    }
  }
}
