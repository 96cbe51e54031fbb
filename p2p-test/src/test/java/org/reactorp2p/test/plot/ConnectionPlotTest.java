/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.reactorp2p.test.measure.Sample;
import org.xml.sax.InputSource;

class ConnectionPlotTest {

  private final ConnectionPlot plot = new ConnectionPlot("5 < 6 & so on", 36, 68);

  private static Sample sample(int minute) {
    return new Sample(Duration.ofMinutes(minute), 9, minute % 40, 45, 70, 9, 1, 2, 0);
  }

  @Test
  void it_is_xml_whatever_the_title_and_shows_the_axes() throws Exception {
    String svg = plot.svg(IntStream.rangeClosed(0, 360).mapToObj(m -> sample(m)).toList());
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    assertThat(document.getDocumentElement().getTextContent())
        .contains("5 < 6 & so on", "6:00", "80");
  }

  @Test
  void much_is_thinned_and_nothing_is_drawn_too() {
    List<Sample> many = IntStream.range(0, 100_000).mapToObj(m -> sample(m)).toList();
    assertThat(plot.svg(many)).hasSizeLessThan(60_000);
    assertThat(plot.svg(List.of())).contains("</svg>").doesNotContain("polyline points=''");
  }
}
