/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * The counters that Octez's shell keeps of a peer and reads only as a whole. What came from a file
 * of its own goes back as it was; for others they are all zero, which is how Octez begins.
 */
final class OctezMetadata {

  private static final List<String> KINDS =
      List.of(
          "branch",
          "head",
          "block_header",
          "operations",
          "protocols",
          "operation_hashes_for_block",
          "operations_for_block",
          "checkpoint",
          "protocol_branch",
          "predecessor_header",
          "other");

  private static final List<String> VERDICTS =
      List.of(
          "cannot_download",
          "cannot_parse",
          "refused_by_prefilter",
          "refused_by_postfilter",
          "applied",
          "branch_delayed",
          "branch_refused",
          "refused",
          "duplicate",
          "outdated");

  private static final List<String> ADVERTISED = List.of("head", "branch");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private OctezMetadata() {}

  /** What was kept of an imported peer. */
  static Optional<JsonNode> parse(String kept) {
    try {
      return Optional.of(JSON.readTree(kept)).filter(JsonNode::isObject);
    } catch (JsonProcessingException notFromOctez) {
      return Optional.empty();
    }
  }

  static JsonNode empty() {
    ObjectNode all = BookLines.object();
    ObjectNode responses = all.putObject("responses");
    List.of("sent", "failed", "received").forEach(way -> zeros(responses.putObject(way), KINDS));
    zeros(responses, List.of("unexpected", "outdated"));
    ObjectNode requests = all.putObject("requests");
    List.of("sent", "received", "failed", "scheduled")
        .forEach(way -> zeros(requests.putObject(way), KINDS));
    zeros(all, List.of("valid_blocks", "old_heads"));
    zeros(all.putObject("prevalidator_results"), VERDICTS);
    zeros(all, List.of("unactivated_chains", "inactive_chains", "future_blocks_advertised"));
    zeros(all.putObject("unadvertised"), List.of("block", "operations", "protocol"));
    ObjectNode advertisements = all.putObject("advertisements");
    List.of("sent", "received").forEach(way -> zeros(advertisements.putObject(way), ADVERTISED));
    return all;
  }

  private static void zeros(ObjectNode json, List<String> names) {
    names.forEach(name -> json.put(name, "0"));
  }
}
