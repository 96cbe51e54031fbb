/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.docs;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.DisconnectReason;
import org.reactorp2p.core.handshake.Breach;
import org.reactorp2p.core.handshake.Fault;
import org.reactorp2p.core.handshake.Loss;
import org.reactorp2p.core.handshake.Objection;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.admission.Verdict;
import org.reactorp2p.pool.event.P2pEvent;
import org.reactorp2p.pool.event.Refusal;
import org.reactorp2p.pool.event.Words;
import org.reactorp2p.pool.peer.Stage;

/** The page on connection life says what the types say. */
class ConnectionLifePageTest {

  private static final PeerId PEER = PeerId.of(new byte[PeerId.LENGTH]);

  @Test
  void the_page_is_what_the_types_make_of_it() throws Exception {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("stages", stages());
    parts.put("verdicts", family("p2p-pool", Verdict.class));
    parts.put("refusals", refusals());
    parts.put("objections", objections());
    parts.put("faults", family("p2p-core", Fault.class));
    parts.put("breaches", breaches());
    parts.put("losses", losses());
    parts.put("reasons", reasons());
    parts.put("events", family("p2p-pool", P2pEvent.class));
    Page.of("connection-life.md").holds(parts);
  }

  private static String stages() throws IOException, ReflectiveOperationException {
    Sentences sentences = Sentences.of("p2p-pool", Stage.class);
    var rows = new Rows("stage", "what it means", "moves");
    for (Class<?> type : sentences.family(Stage.class)) {
      Stage stage = Specimen.of(type.asSubclass(Stage.class));
      rows.add("`" + type.getSimpleName() + "`", sentences.about(type), moves(stage));
    }
    return rows.toString();
  }

  /** Every move is tried; those that do not throw are legal. */
  private static String moves(Stage stage) {
    Map<String, UnaryOperator<Stage>> moves = new TreeMap<>();
    moves.put("linked", Stage::linked);
    moves.put("accept", from -> from.accept(PEER));
    moves.put("run", Stage::run);
    return moves.entrySet().stream()
        .map(move -> move(stage, move.getKey(), move.getValue()))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String move(Stage from, String name, UnaryOperator<Stage> move) {
    try {
      return name + " → `" + move.apply(from).getClass().getSimpleName() + "`";
    } catch (IllegalStateException illegal) {
      return "";
    }
  }

  private static String family(String module, Class<?> sealed) throws IOException {
    Sentences sentences = Sentences.of(module, sealed);
    var rows = new Rows("type", "what it means");
    for (Class<?> type : sentences.family(sealed)) {
      rows.add("`" + type.getSimpleName() + "`", sentences.about(type));
    }
    return rows.toString();
  }

  private static String refusals() throws IOException {
    Sentences sentences = Sentences.of("p2p-pool", Refusal.class);
    var rows = new Rows("refusal", "when", "motive on the wire");
    for (Refusal refusal : Refusal.values()) {
      rows.add(
          word(refusal),
          sentences.about(refusal.name()),
          refusal.motive().code() + ", " + refusal.motive());
    }
    return rows.toString();
  }

  private static String objections() throws IOException {
    Sentences sentences = Sentences.of("p2p-core", Objection.class);
    var rows = new Rows("objection", "when");
    for (Objection objection : Objection.values()) {
      rows.add(word(objection), sentences.about(objection.name()));
    }
    return rows.toString();
  }

  private static String breaches() throws IOException {
    Sentences sentences = Sentences.of("p2p-core", Breach.class);
    var rows = new Rows("breach", "what was wrong", "remedy");
    for (Breach breach : Breach.values()) {
      rows.add(word(breach), sentences.about(breach.name()), people(breach.remedy()));
    }
    return rows.toString();
  }

  private static String losses() throws IOException {
    Sentences sentences = Sentences.of("p2p-core", Loss.class);
    var rows = new Rows("loss", "what happened");
    for (Loss loss : Loss.values()) {
      rows.add(word(loss), sentences.about(loss.name()));
    }
    return rows.toString();
  }

  private static String reasons() throws IOException, ReflectiveOperationException {
    Sentences sentences = Sentences.of("p2p-core", DisconnectReason.class);
    var rows = new Rows("reason", "what happened", "in good order", "by us", "consequence");
    for (Class<?> type : sentences.family(DisconnectReason.class)) {
      DisconnectReason reason = Specimen.of(type.asSubclass(DisconnectReason.class));
      rows.add(
          "`" + Words.of(type) + "`",
          sentences.about(type),
          reason.isOrderly() ? "yes" : "",
          reason.isOurs() ? "yes" : "",
          people(reason.consequence()));
    }
    return rows.toString();
  }

  private static String word(Enum<?> constant) {
    return "`" + Words.of(constant) + "`";
  }

  private static String people(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
