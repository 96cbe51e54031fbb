/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactorp2p.bench.contender.Cargo;
import org.reactorp2p.bench.contender.Intake;
import org.reactorp2p.bench.contender.Line;
import org.reactorp2p.bench.contender.Parcel;
import org.reactorp2p.bench.contender.Payload;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Timeout(30)
class PaceTest {

  private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(1);
  private static final Duration STALL = Duration.ofMillis(100);

  @Test
  void a_slow_answer_is_charged_to_the_questions_it_held_up() {
    Pace pace = new Pace(EVERY, 40);
    Echo echo = new Echo(new StallingOnce(), new Cargo(Payload.SMALL)).listen(pace);

    Histogram latencies = pace.run(echo);

    assertThat(latencies.getTotalCount()).isEqualTo(40);
    assertThat(echo.faults()).isZero();
    // The stall, and 39 questions that were due within it: the last of them waited 61 ms at least.
    assertThat(latencies.getCountBetweenValues(TimeUnit.MILLISECONDS.toNanos(60), Long.MAX_VALUE))
        .isEqualTo(40);
  }

  /** Answers the first question late, all others at once. */
  private static final class StallingOnce implements Line {

    private final AtomicInteger questions = new AtomicInteger();
    private volatile Intake intake;

    @Override
    public String peer() {
      return "-";
    }

    @Override
    public Mono<Void> receive(Intake taker) {
      intake = taker;
      return Mono.never();
    }

    @Override
    public Mono<Void> send(Flux<Parcel> parcels) {
      return parcels.concatMap(this::answer).then();
    }

    private Mono<Void> answer(Parcel question) {
      Mono<Void> answered = Mono.fromRunnable(() -> intake.message(question.body()));
      return questions.getAndIncrement() == 0 ? Mono.delay(STALL).then(answered) : answered;
    }

    @Override
    public long dropped() {
      return 0;
    }

    @Override
    public Mono<Void> close() {
      return Mono.empty();
    }
  }
}
