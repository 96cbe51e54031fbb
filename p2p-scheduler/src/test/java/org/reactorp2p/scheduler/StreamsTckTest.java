/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.SubscriberWhiteboxVerification;
import org.reactivestreams.tck.TestEnvironment;
import org.testng.ITestListener;
import org.testng.ITestResult;
import org.testng.TestNG;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * The Reactive Streams TCK, each of its checks a test of ours: every required one must run and
 * pass. The optional ones may say that they do not apply.
 */
class StreamsTckTest {

  /** What is to come may take its time on a busy machine; silence is listened to for 60 ms. */
  private static final TestEnvironment PATIENCE = new TestEnvironment(5_000, 60, 60);

  /** In which a thread that lets an item through forgets its subscriber. */
  private static final long BEFORE_COLLECTION = 1_000;

  @TempDir private Path reports;

  @TestFactory
  List<DynamicTest> a_limited_stream_is_a_publisher_by_the_book() {
    return checks(ContendedPublisher.class);
  }

  @TestFactory
  List<DynamicTest> an_unlimited_stream_is_a_publisher_by_the_book() {
    return checks(FreePublisher.class);
  }

  @TestFactory
  List<DynamicTest> the_operator_is_a_subscriber_by_the_book() {
    return checks(OperatorAsSubscriber.class);
  }

  private List<DynamicTest> checks(Class<?> verification) {
    Verdicts verdicts = new Verdicts();
    TestNG tck = new TestNG(false);
    tck.setVerbose(0);
    tck.setOutputDirectory(reports.toString());
    tck.setTestClasses(new Class<?>[] {verification});
    tck.addListener(verdicts);
    tck.run();
    assertThat(verdicts.all).hasSizeGreaterThan(25);
    return verdicts.all.stream()
        .sorted(Comparator.comparing(ITestResult::getName))
        .map(result -> DynamicTest.dynamicTest(result.getName(), () -> judge(result)))
        .toList();
  }

  private static void judge(ITestResult result) throws Throwable {
    boolean required = result.getName().startsWith("required");
    boolean skipped = result.getStatus() == ITestResult.SKIP;
    Optional<Throwable> why = Optional.ofNullable(result.getThrowable());
    if (!result.isSuccess() && (required || !skipped)) {
      throw why.orElseGet(() -> new AssertionError(result.toString()));
    }
  }

  private static final class Verdicts implements ITestListener {
    private final List<ITestResult> all = new ArrayList<>();

    @Override
    public void onTestSuccess(ITestResult result) {
      all.add(result);
    }

    @Override
    public void onTestFailure(ITestResult result) {
      all.add(result);
    }

    @Override
    public void onTestSkipped(ITestResult result) {
      all.add(result);
    }
  }

  private static Share share(ByteRate rate) {
    return BandwidthScheduler.create(rate, Schedulers.parallel(), System::nanoTime).open(1);
  }

  private static Flux<Integer> items(Share share, long count) {
    return share.limit(Flux.range(0, (int) Math.min(count, Integer.MAX_VALUE)), item -> 1_000);
  }

  /** Every item waits, for a while. */
  public static final class ContendedPublisher extends PublisherVerification<Integer> {
    public ContendedPublisher() {
      super(PATIENCE, BEFORE_COLLECTION);
    }

    @Override
    public Publisher<Integer> createPublisher(long elements) {
      return items(share(ByteRate.of(5_000_000)), elements);
    }

    @Override
    public Publisher<Integer> createFailedPublisher() {
      return share(ByteRate.of(1)).limit(Flux.error(new IllegalStateException()), item -> 1);
    }
  }

  /** No item waits. */
  public static final class FreePublisher extends PublisherVerification<Integer> {
    public FreePublisher() {
      super(PATIENCE, BEFORE_COLLECTION);
    }

    @Override
    public Publisher<Integer> createPublisher(long elements) {
      return items(share(ByteRate.UNLIMITED), elements);
    }

    @Override
    public Publisher<Integer> createFailedPublisher() {
      return share(ByteRate.UNLIMITED).limit(Flux.error(new IllegalStateException()), item -> 1);
    }
  }

  /** The side that faces the source, with a probe behind the operator. */
  public static final class OperatorAsSubscriber extends SubscriberWhiteboxVerification<Integer> {
    public OperatorAsSubscriber() {
      super(PATIENCE);
    }

    @Override
    public Subscriber<Integer> createSubscriber(WhiteboxSubscriberProbe<Integer> probe) {
      return new Turnstile<>(
          new Probed(probe), share(ByteRate.of(5_000_000)), item -> 1_000, Priority.BULK);
    }

    @Override
    public Integer createElement(int element) {
      return element;
    }
  }

  private record Probed(SubscriberWhiteboxVerification.WhiteboxSubscriberProbe<Integer> probe)
      implements CoreSubscriber<Integer> {

    @Override
    public void onSubscribe(Subscription subscription) {
      probe.registerOnSubscribe(
          new SubscriberWhiteboxVerification.SubscriberPuppet() {
            @Override
            public void triggerRequest(long elements) {
              subscription.request(elements);
            }

            @Override
            public void signalCancel() {
              subscription.cancel();
            }
          });
    }

    @Override
    public void onNext(Integer item) {
      probe.registerOnNext(item);
    }

    @Override
    public void onError(Throwable error) {
      probe.registerOnError(error);
    }

    @Override
    public void onComplete() {
      probe.registerOnComplete();
    }
  }
}
