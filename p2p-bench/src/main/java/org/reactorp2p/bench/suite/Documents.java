/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.suite;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of a report. */
final class Documents {

  private static final String NAME = "performance";

  /** Where the results are, from which the others follow. */
  static final String RESULTS = NAME + ".json";

  static final String PAGE = NAME + ".md";

  private Documents() {}

  /** All of them: what is in each, by its name. */
  static Map<String, String> of(Results results) {
    Map<String, String> files = new LinkedHashMap<>();
    Map<Part, String> charts = new EnumMap<>(Part.class);
    for (Section section : results.sections()) {
      String file = NAME + "-" + section.part().id() + ".svg";
      Charts.of(section)
          .ifPresent(
              chart -> {
                charts.put(section.part(), file);
                files.put(file, chart);
              });
    }
    files.put(RESULTS, results.toJson());
    files.put(PAGE, Page.of(results, charts));
    return files;
  }
}
