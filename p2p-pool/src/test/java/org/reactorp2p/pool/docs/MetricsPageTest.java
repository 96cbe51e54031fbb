/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.docs;

import io.micrometer.common.docs.KeyName;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.reactorp2p.pool.event.Outcome;
import org.reactorp2p.pool.metrics.P2pKey;
import org.reactorp2p.pool.metrics.P2pMeters;
import org.reactorp2p.pool.metrics.P2pObservation;

/** The page on metrics lists what the enums list. */
class MetricsPageTest {

  @Test
  void the_page_lists_every_meter_tag_and_observation() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("meters", meters());
    parts.put("tags", tags());
    parts.put("motives", motives());
    parts.put("observations", observations());
    Page.of("metrics.md").holds(parts);
  }

  private static String meters() {
    var rows = new Rows("meter", "type", "unit", "tags", "what it says", "in the original");
    for (P2pMeters meter : P2pMeters.values()) {
      rows.add(
          code(meter.getName()),
          meter.getType().name().toLowerCase(Locale.ROOT),
          unit(meter),
          keys(meter.getKeyNames()),
          meter.description(),
          meter.original().isEmpty() ? "–" : meter.original());
    }
    return rows.toString();
  }

  private static String unit(P2pMeters meter) {
    String unit = meter.getBaseUnit();
    return unit == null ? "" : unit;
  }

  private static String tags() throws IOException {
    Sentences sentences = Sentences.of("p2p-pool", P2pKey.class);
    var rows = new Rows("tag", "what it says", "values");
    for (P2pKey key : P2pKey.values()) {
      rows.add(
          code(key.asString()),
          sentences.about(key.name()),
          key == P2pKey.MOTIVE ? "see below" : words(key.words()));
    }
    return rows.toString();
  }

  private static String motives() throws IOException {
    Sentences sentences = Sentences.of("p2p-pool", Outcome.class);
    var rows = new Rows("outcome", "what it means", "motives");
    for (Outcome outcome : Outcome.values()) {
      rows.add(
          code(outcome.name().toLowerCase(Locale.ROOT)),
          sentences.about(outcome.name()),
          words(outcome.motives()));
    }
    return rows.toString();
  }

  private static String observations() {
    var rows = new Rows("observation", "tags", "for traces only", "what it spans");
    for (P2pObservation observation : P2pObservation.values()) {
      rows.add(
          code(observation.getName()),
          keys(observation.getLowCardinalityKeyNames()),
          keys(observation.getHighCardinalityKeyNames()),
          observation.description());
    }
    return rows.toString();
  }

  private static String keys(KeyName[] keys) {
    return words(Arrays.stream(keys).map(KeyName::asString).toList());
  }

  private static String words(List<String> words) {
    return words.stream().map(MetricsPageTest::code).collect(Collectors.joining(", "));
  }

  private static String code(String word) {
    return "`" + word + "`";
  }
}
