/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactorp2p.test.scenario.Scenario.Step;

class ScenarioReaderTest {

  private static final String EVERYTHING =
      """
      0s latency 20ms to 150ms
      0s start all over 30s
      1m start 3
      10m expect all band
      10m expect 0-9,20 reachable
      20m cut 0-49 from 50-99
      20m30s cut 1 from all
      30m heal
      1h lose 50% of all
      1h slow 3-5 by 20ms
      1h1m slow 3-5 by 0s
      2h stop 7
      2h kill 8,9
      3h clock 7 by +2h
      3h clock 8 by -1m30s
      4h freeze 4
      4h10m thaw 4
      1d hostile 90-99 garbage
      2d12h30m15s500ms expect all min
      """;

  @Test
  void every_action_prints_itself_as_it_is_read() throws ScenarioException {
    assertThat(ScenarioReader.read(EVERYTHING)).hasToString(EVERYTHING);
  }

  @Test
  void comments_and_empty_lines_say_nothing() throws ScenarioException {
    assertThat(ScenarioReader.read("# a story\r\n\r\n  5s   heal # and all is well\n").steps())
        .containsExactly(new Step(Duration.ofSeconds(5), new Action.Heal()));
  }

  @Test
  void the_usual_scenario_can_be_written_down() throws ScenarioException {
    assertThat(ScenarioReader.read(Scenario.usual().toString())).isEqualTo(Scenario.usual());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5s | line 1: what to do: start",
        "soon heal | line 1: 'soon' is no time",
        "-5s heal | line 1: '-5s' is no time",
        "5 heal | line 1: '5' is no time",
        "9999d heal | longer than a year",
        "999999999d999999999d heal | longer than a year",
        "5s dance | 'dance' cannot be done; only start",
        "5s heal all | 'all' is too much",
        "5s start | nodes is missing",
        "5s start some | 'some' names no nodes",
        "5s start 5-3 | the first before the last; not 5-3",
        "5s start 0-10000 | not 0-10000",
        "5s start 1,,2 | '' names no nodes",
        "5s start 999999 | '999999' names no nodes",
        "5s start all within 5s | 'within' stands where 'over' is due",
        "5s cut 1 2 | '2' stands where 'from' is due",
        "5s cut 1 from | nodes is missing",
        "5s latency 50ms to 20ms | a latency from 50ms to 20ms is none",
        "5s lose 101% of all | '101%' is no share",
        "5s lose 50 of all | '50' is no share",
        "5s clock 1 by 2h | '2h' is no step of a clock",
        "5s hostile 1 friendly | 'friendly' is none of mute, garbage, fickle",
        "5s expect all happiness | 'happiness' is none of min, band, reachable, alone",
        "5s \u0007\u202e | '??' cannot be done",
      })
  void what_is_no_scenario_is_refused_with_its_line_and_the_reason(String text, String sentence) {
    assertThatThrownBy(() -> ScenarioReader.read(text))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void too_much_is_refused_before_it_is_understood() {
    assertThatThrownBy(() -> ScenarioReader.read("x".repeat(ScenarioReader.MAX_LENGTH + 1)))
        .hasMessageContaining("at most 1048576 characters");
    assertThatThrownBy(() -> ScenarioReader.read("0s heal\n".repeat(10_001)))
        .hasMessageContaining("at most 10000 steps");
    assertThatThrownBy(() -> ScenarioReader.read("0s start " + "1,".repeat(5000)))
        .hasMessageContaining("line 1: longer than 8192 characters");
    assertThatThrownBy(() -> ScenarioReader.read("0s start " + "1,".repeat(2000) + "1"))
        .hasMessageContaining("names no nodes");
    assertThatThrownBy(() -> ScenarioReader.read("0s " + "y".repeat(5000)))
        .hasMessageMatching("line 1: 'y{40}\\.\\.\\.' cannot be done.*");
  }

  @Test
  void nothing_at_all_and_steps_out_of_order_are_refused() {
    assertThatThrownBy(() -> ScenarioReader.read("# nothing\n")).hasMessageContaining("has none");
    assertThatThrownBy(() -> ScenarioReader.read("10s heal\n5s heal\n"))
        .hasMessageContaining("'5s heal' stands after '10s heal'");
  }
}
