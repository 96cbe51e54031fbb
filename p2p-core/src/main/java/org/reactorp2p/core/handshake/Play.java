/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.LinkReader;
import org.reactorp2p.core.wire.MessageNonce;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * One conversation on one link: hands frames and decisions to the states, sends what they say, and
 * closes the link unless the conversation ends well. Everything happens on the link's scheduler, so
 * nothing here needs a lock.
 */
final class Play implements FrameReader.Listener {
  private final Party party;
  private final Link link;
  private final Supplier<MessageNonce> messageNonces;
  private final LinkReader reader;
  private final FrameReader frames;
  private final FrameWriter writer;

  /** The time limit and the question asked of the admission. */
  private final Disposable.Composite pending = Disposables.composite();

  private @Nullable MonoSink<Authenticated> sink;
  private @Nullable Conversation state;
  private @Nullable Throwable cause;

  /** Whether the subscriber has the link, and with it the duty to close it. */
  private volatile boolean handedOver;

  /** Whether the subscriber has left, and wants to hear nothing more. */
  private volatile boolean cancelled;

  Play(Party party, Link link, Supplier<MessageNonce> messageNonces) {
    this.party = party;
    this.link = link;
    this.messageNonces = messageNonces;
    this.reader = new LinkReader(link);
    this.frames = new FrameReader(reader, this);
    this.writer = new FrameWriter(link);
  }

  /** Plays it once, on subscription. */
  Mono<Authenticated> within(Duration limit, Scheduler timer) {
    return Mono.<Authenticated>create(target -> onLink(() -> begin(target, limit, timer)))
        .doOnNext(authenticated -> handedOver = true)
        .doOnCancel(
            () -> {
              cancelled = true;
              onLink(this::onCancel);
            });
  }

  private void onLink(Runnable task) {
    link.scheduler().schedule(task);
  }

  private void begin(MonoSink<Authenticated> target, Duration limit, Scheduler timer) {
    sink = target;
    pending.add(
        timer.schedule(() -> onLink(this::onTimeout), limit.toMillis(), TimeUnit.MILLISECONDS));
    follow(() -> Greeting.open(party, messageNonces.get()));
  }

  /** Makes a move. Whatever a move throws is a failure of our own. */
  private void follow(Supplier<Turn> move) {
    Turn turn;
    try {
      turn = move.get();
    } catch (RuntimeException e) {
      cause = e;
      turn = end(new Fault.Mishap("a handshake could not go on"));
    }
    state = turn.next();
    if (turn.frame().length > 0) {
      writer.write(turn.frame());
    }
    enter(turn.next());
  }

  private void enter(Conversation next) {
    if (next instanceof Conversation.Listening listening) {
      frames.next(listening.bounds());
    } else if (next instanceof Conversation.Weighing weighing) {
      ask(weighing, () -> party.admission().decide(weighing.candidate()), weighing::decide);
    } else if (next instanceof Conversation.Parting parting) {
      ask(parting, () -> party.admission().alternatives(parting.candidate()), parting::propose);
    } else if (next instanceof Conversation.Accepted accepted) {
      writer.whenIdle(() -> handOver(accepted));
    } else if (next instanceof Conversation.Failed failed) {
      close(failed);
    }
  }

  private <T> void ask(Conversation from, Supplier<Mono<T>> question, Function<T, Turn> answer) {
    pending.add(
        Mono.defer(question)
            .single()
            .publishOn(link.scheduler())
            .subscribe(
                value -> {
                  if (state == from) {
                    follow(() -> answer.apply(value));
                  }
                },
                failure -> {
                  cause = failure;
                  fail(new Fault.Mishap("the admission gave no decision"));
                }));
  }

  @Override
  public void onFrame(byte[] frame) {
    if (state instanceof Conversation.Listening listening) {
      follow(() -> listening.receive(frame));
    }
  }

  @Override
  public void onBadLength(int length) {
    if (state instanceof Conversation.Listening listening) {
      fail(new Fault.Misbehaved(listening.bounds().breachOf(length)));
    }
  }

  @Override
  public void onLoss(Loss loss) {
    fail(new Fault.Lost(loss));
  }

  /** Out of time: whatever is going on ends now, a slow farewell too. */
  private void onTimeout() {
    if (state instanceof Conversation.Failed) {
      link.abort();
    } else {
      fail(new Fault.Lost(Loss.TIMED_OUT));
    }
  }

  /** Nobody waits for the outcome any more, or nobody took it. */
  private void onCancel() {
    if (!handedOver) {
      pending.dispose();
      state = end(new Fault.Lost(Loss.CUT)).next();
      link.abort();
    }
  }

  /** Ends it, unless it has ended. */
  private void fail(Fault fault) {
    if (!(state instanceof Conversation.Failed)) {
      follow(() -> end(fault));
    }
  }

  private Turn end(Fault fault) {
    return state == null ? Turn.failing(fault) : state.fail(fault);
  }

  private void handOver(Conversation.Accepted accepted) {
    if (state != accepted) {
      return;
    }
    if (writer.isBroken()) {
      fail(new Fault.Lost(Loss.CUT));
      return;
    }
    pending.dispose();
    Keys keys = accepted.keys();
    var info = accepted.candidate().speaking(accepted.negotiated());
    sink().success(new Authenticated(info, link, reader, keys.sealer(), keys.opener()));
  }

  /** Closes the link, and tells the subscriber once that is done. */
  private void close(Conversation.Failed failed) {
    reader.cancel();
    link.onClose().subscribe(null, null, () -> report(failed));
    if (deservesNoPatience(failed.fault())) {
      link.abort();
    } else {
      writer.whenIdle(() -> link.close().subscribe());
    }
  }

  /** Whoever broke the rules, or did not keep time, is not waited for to the end of its stream. */
  private static boolean deservesNoPatience(Fault fault) {
    return fault instanceof Fault.Misbehaved
        || fault instanceof Fault.Lost lost && lost.loss() != Loss.CLOSED_BY_PEER;
  }

  private void report(Conversation.Failed failed) {
    pending.dispose();
    if (!cancelled) {
      sink().error(new HandshakeException(failed.fault(), failed.candidate(), cause));
    }
  }

  private MonoSink<Authenticated> sink() {
    return Objects.requireNonNull(sink, "the play has not begun");
  }
}
