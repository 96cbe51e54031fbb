/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.reactorp2p.core.model.Direction;
import org.reactorp2p.core.model.Point;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Those who measure now, as one. Costs a look at an empty list while nobody does; and if one of
 * them throws, nobody else notices.
 */
public final class Probes implements Probe {

  private static final Logger LOG = LoggerFactory.getLogger(Probes.class);

  private final List<Probe> probes = new CopyOnWriteArrayList<>();
  private final AtomicBoolean complained = new AtomicBoolean();

  /** Any thread: measures attempts that begin from now on, until disposed of. */
  public Disposable add(Probe probe) {
    probes.add(probe);
    return () -> probes.remove(probe);
  }

  @Override
  public Span begin(Direction direction, Point remote, ContextView caller) {
    List<Span> spans =
        probes.stream().map(probe -> guarded(probe, direction, remote, caller)).toList();
    return spans.isEmpty() ? Span.NONE : new All(this, spans);
  }

  private Span guarded(Probe probe, Direction direction, Point remote, ContextView caller) {
    try {
      return probe.begin(direction, remote, caller);
    } catch (RuntimeException thrown) {
      complain(thrown);
      return Span.NONE;
    }
  }

  /** Once aloud: attempts may come and fail by the thousand, and a probe with each of them. */
  private void complain(RuntimeException thrown) {
    if (complained.compareAndSet(false, true)) {
      LOG.warn("a probe failed, and nothing else; said once", thrown);
    } else {
      LOG.debug("a probe failed again", thrown);
    }
  }

  private record All(Probes owner, List<Span> spans) implements Span {

    @Override
    public void linked() {
      forEach(Span::linked);
    }

    @Override
    public void ended(AttemptEnd end) {
      forEach(span -> span.ended(end));
    }

    @Override
    public Context context(Context context) {
      Context all = context;
      for (Span span : spans) {
        try {
          all = span.context(all);
        } catch (RuntimeException thrown) {
          owner.complain(thrown);
        }
      }
      return all;
    }

    private void forEach(Consumer<Span> action) {
      for (Span span : spans) {
        try {
          action.accept(span);
        } catch (RuntimeException thrown) {
          owner.complain(thrown);
        }
      }
    }
  }
}
