/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What {@code src/lib_p2p/tezt/test_p2p_node.ml} of the original asserts of its test framework. */
@Tag("original")
class OriginalNodeTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  @DisplayName("tezt/test_p2p_node.ml: an error in one node fails the run")
  void an_error_in_one_node_fails_the_run() {
    var run = new NothingDropped();
    run.watch();
    // Nobody hears it: the subscriber has no ear for errors, on a thread of its own.
    var failing = Flux.error(new IllegalStateException("made by a test"));
    var thread = Schedulers.newSingle("one-node");
    thread.schedule(failing::subscribe);
    thread.disposeGracefully().block(PATIENCE);
    assertThatThrownBy(run::check).isInstanceOf(AssertionError.class).hasMessageContaining("made");
  }
}
