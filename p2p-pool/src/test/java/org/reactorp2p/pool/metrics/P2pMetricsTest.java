/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.connection.ConnectionStat;
import org.reactorp2p.pool.bandwidth.BandwidthStat;
import org.reactorp2p.pool.event.EventHub;
import org.reactorp2p.pool.event.Probes;
import org.reactorp2p.pool.stat.NetworkStat;
import org.reactorp2p.pool.stat.TableStat;
import org.reactorp2p.scheduler.FlowStat;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What is registered, before anything happens. */
class P2pMetricsTest {

  private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
  private final EventHub hub = new EventHub(time, time, List::of);
  private final P2pMetrics metrics =
      new P2pMetrics(P2pMetricsTest::nothing, hub.tally(), new Probes());
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void every_meter_is_documented_and_every_documented_meter_is_there_with_its_type_and_tags() {
    metrics.bindTo(registry);
    Map<String, P2pMeters> listed =
        Arrays.stream(P2pMeters.values())
            .collect(Collectors.toMap(P2pMeters::getName, Function.identity()));
    assertThat(registry.getMeters())
        .extracting(meter -> meter.getId().getName())
        .containsOnly(listed.keySet().toArray(String[]::new));
    for (Meter meter : registry.getMeters()) {
      P2pMeters documented = listed.get(meter.getId().getName());
      assertThat(meter.getId().getType()).isEqualTo(documented.getType());
      assertThat(meter.getId().getDescription()).isEqualTo(documented.description());
      assertThat(meter.getId().getTags())
          .extracting(Tag::getKey)
          .containsExactlyInAnyOrder(
              Arrays.stream(documented.getKeyNames())
                  .map(KeyName::asString)
                  .toArray(String[]::new));
    }
  }

  @Test
  void O_01_every_tag_has_one_of_the_values_that_are_listed_for_it() {
    metrics.bindTo(registry);
    Map<String, List<String>> words =
        Arrays.stream(P2pKey.values()).collect(Collectors.toMap(P2pKey::asString, P2pKey::words));
    for (Meter meter : registry.getMeters()) {
      for (Tag tag : meter.getId().getTags()) {
        assertThat(words.get(tag.getKey())).as("%s", meter.getId()).contains(tag.getValue());
      }
    }
    assertThat(registry.getMeters()).hasSizeLessThan(250);
  }

  @Test
  void closing_removes_every_meter_and_nothing_else() {
    registry.counter("of.somebody.else").increment();
    metrics.bindTo(registry);
    metrics.close();
    assertThat(registry.getMeters())
        .extracting(meter -> meter.getId().getName())
        .containsExactly("of.somebody.else");
    metrics.bindTo(registry);
    assertThat(registry.getMeters()).hasSizeGreaterThan(100);
  }

  @Test
  void two_networks_share_a_registry_by_a_tag_of_their_own() {
    P2pMetrics alice = metrics.withTags(Tags.of("node", "alice"));
    P2pMetrics bob = metrics.withTags(Tags.of("node", "bob"));
    alice.bindTo(registry);
    int each = registry.getMeters().size();
    bob.bindTo(registry);
    assertThat(registry.getMeters()).hasSize(2 * each);
    alice.close();
    assertThat(registry.getMeters())
        .hasSize(each)
        .allMatch(meter -> "bob".equals(meter.getId().getTag("node")));
  }

  private static NetworkStat nothing() {
    var flow = new FlowStat(0, 0, Duration.ZERO, 0);
    return new NetworkStat(
        new NetworkStat.Connections(0, 0, 0),
        new NetworkStat.Attempts(0, 0),
        ConnectionStat.NONE,
        new NetworkStat.Broadcasts(0, 0, 0),
        TableStat.EMPTY,
        new BandwidthStat(flow, flow),
        0);
  }
}
