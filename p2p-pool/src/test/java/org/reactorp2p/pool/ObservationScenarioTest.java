/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Listener;
import org.reactorp2p.core.transport.Transport;
import org.reactorp2p.pool.metrics.P2pObservations;
import org.reactorp2p.pool.peer.PeerAddress;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Dials and handshakes as observations, played over memory on virtual time. */
class ObservationScenarioTest {

  private static final PeerAddress HOST = PeerAddress.of(Town.point(1));

  private final Town town = new Town(6);
  private final List<Observation.Context> stopped = new ArrayList<>();
  private final ObservationRegistry registry = ObservationRegistry.create();
  private final P2pNetwork<String, ?, ?> host = town.node(1).build();

  ObservationScenarioTest() {
    registry
        .observationConfig()
        .observationHandler(
            new ObservationHandler<>() {
              @Override
              public void onStop(Observation.Context context) {
                stopped.add(context);
              }

              @Override
              public boolean supportsContext(Observation.Context context) {
                return true;
              }
            });
  }

  @Test
  void a_handshake_is_the_child_of_its_dial_and_that_of_the_callers_observation() {
    town.await(host.start());
    P2pNetwork<String, ?, ?> guest = town.await(town.node(2).build().start());
    guest.observe(P2pObservations.of(registry));
    Observation work = Observation.start("work", registry);
    town.await(guest.connect(HOST).contextWrite(context -> context.put(P2pObservations.KEY, work)));

    assertThat(stopped)
        .extracting(Observation.Context::getName)
        .containsExactly("p2p.handshake", "p2p.dial");
    Observation.Context handshake = stopped.get(0);
    Observation.Context dial = stopped.get(1);
    assertThat(dial.getParentObservation()).isSameAs(work);
    assertThat(handshake.getParentObservation().getContextView()).isSameAs(dial);
    assertThat(dial.getLowCardinalityKeyValues())
        .containsExactlyInAnyOrder(
            KeyValue.of("outcome", "connected"), KeyValue.of("motive", "none"));
    assertThat(handshake.getLowCardinalityKeyValue("direction").getValue()).isEqualTo("outbound");
    assertThat(dial.getHighCardinalityKeyValue("p2p.remote").getValue())
        .isEqualTo(Town.point(1).toString());
  }

  @Test
  void the_transport_finds_the_dial_and_what_else_the_caller_had_in_its_context() {
    town.await(host.start());
    List<Object> found = new ArrayList<>();
    Transport curious =
        new Transport() {
          @Override
          public Mono<Link> dial(Point to) {
            return Mono.deferContextual(
                context -> {
                  Observation dial = context.get(P2pObservations.KEY);
                  found.add(dial.getContext().getName());
                  found.add(context.get("request"));
                  return town.transport(2).dial(to);
                });
          }

          @Override
          public Mono<Listener> listen(Point on) {
            return town.transport(2).listen(on);
          }
        };
    P2pNetwork<String, ?, ?> guest = town.node(2, town.identity(), curious).build();
    guest.observe(P2pObservations.of(registry));
    town.await(guest.start());
    town.await(guest.connect(HOST).contextWrite(context -> context.put("request", 42)));
    assertThat(found).containsExactly("p2p.dial", 42);
  }

  @Test
  void who_is_dialled_observes_a_handshake_alone_and_a_failure_has_its_motive() {
    host.observe(P2pObservations.of(registry));
    town.await(host.start());
    P2pNetwork<String, ?, ?> guest = town.await(town.node(2).build().start());
    town.await(guest.connect(HOST));
    town.await(
        host.connect(PeerAddress.of(Town.point(77))).map(found -> true).onErrorReturn(false));
    assertThat(stopped)
        .extracting(
            Observation.Context::getName,
            context -> context.getLowCardinalityKeyValue("outcome").getValue(),
            context -> context.getLowCardinalityKeyValue("motive").getValue())
        .containsExactly(
            tuple("p2p.handshake", "connected", "none"),
            tuple("p2p.dial", "unreachable", "unreachable"));
  }

  @Test
  void who_stops_observing_hears_no_more_and_a_registry_without_handlers_hears_nothing() {
    Disposable observing = host.observe(P2pObservations.of(registry));
    host.observe(P2pObservations.of(ObservationRegistry.NOOP));
    observing.dispose();
    town.await(host.start());
    P2pNetwork<String, ?, ?> guest = town.await(town.node(2).build().start());
    town.await(guest.connect(HOST));
    assertThat(stopped).isEmpty();
  }
}
