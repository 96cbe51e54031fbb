/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.docs;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reactorp2p.pool.event.Disregard;
import org.reactorp2p.pool.event.Words;

/** The page on exchange, swaps and discovery says what the types say. */
class ExchangePageTest {

  @Test
  void the_page_is_what_the_types_make_of_it() throws Exception {
    Page.of("exchange.md").holds(Map.of("disregards", disregards()));
  }

  private static String disregards() throws IOException {
    Sentences sentences = Sentences.of("p2p-pool", Disregard.class);
    var rows = new Rows("why", "what it means");
    for (Disregard why : Disregard.values()) {
      rows.add("`" + Words.of(why) + "`", sentences.about(why.name()));
    }
    return rows.toString();
  }
}
