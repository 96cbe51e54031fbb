/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.metrics;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.pool.event.AttemptEnd;
import org.reactorp2p.pool.event.Probe;
import org.reactorp2p.pool.event.Words;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Makes an observation of every dial and of every handshake, as {@link P2pObservation} lists them.
 *
 * <p>The parent of a dial is the observation that the caller's Reactor context holds under the key
 * {@value #KEY}, where Reactor and Micrometer put it; and the dial stands there in its turn for the
 * transport, so that what a transport observes becomes its child. Handlers are called on the thread
 * on which the network decides: they must be quick, and find the parent in the observation's
 * context, not in a thread-local.
 */
public final class P2pObservations implements Probe {

  /** Where an observation stands in a Reactor context. */
  public static final String KEY = "micrometer.observation";

  private final ObservationRegistry registry;

  private P2pObservations(ObservationRegistry registry) {
    this.registry = registry;
  }

  /** Observes for the handlers of this registry; costs nothing while it has none. */
  public static P2pObservations of(ObservationRegistry registry) {
    return new P2pObservations(registry);
  }

  @Override
  public Span begin(Direction direction, Point remote, ContextView caller) {
    if (registry.isNoop()) {
      return Span.NONE;
    }
    Optional<Observation> parent = caller.getOrEmpty(KEY);
    return direction == Direction.OUTBOUND
        ? new Observed(direction, remote, start(P2pObservation.DIAL, remote, parent))
        : new Observed(direction, remote, null);
  }

  private Observation start(P2pObservation what, Point remote, Optional<Observation> parent) {
    Observation observation = what.observation(registry);
    parent.ifPresent(observation::parentObservation);
    return observation
        .highCardinalityKeyValue(P2pObservation.Detail.REMOTE.withValue(remote.toString()))
        .start();
  }

  private static void stop(@Nullable Observation observation, AttemptEnd end) {
    if (observation != null) {
      observation
          .lowCardinalityKeyValue(P2pKey.OUTCOME.withValue(Words.of(end.outcome())))
          .lowCardinalityKeyValue(P2pKey.MOTIVE.withValue(end.motive()))
          .stop();
    }
  }

  private final class Observed implements Span {

    private final Direction direction;
    private final Point remote;
    private final @Nullable Observation dial;
    private @Nullable Observation handshake;

    Observed(Direction direction, Point remote, @Nullable Observation dial) {
      this.direction = direction;
      this.remote = remote;
      this.dial = dial;
    }

    @Override
    public void linked() {
      handshake =
          start(P2pObservation.HANDSHAKE, remote, Optional.ofNullable(dial))
              .lowCardinalityKeyValue(P2pKey.DIRECTION.withValue(Words.of(direction)));
    }

    @Override
    public void ended(AttemptEnd end) {
      stop(handshake, end);
      stop(dial, end);
    }

    @Override
    public Context context(Context context) {
      return dial == null ? context : context.put(KEY, dial);
    }
  }
}
