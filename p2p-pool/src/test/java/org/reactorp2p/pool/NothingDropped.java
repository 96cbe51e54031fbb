/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.core.publisher.Hooks;
import reactor.core.scheduler.Schedulers;

/**
 * Fails a test in which an error went astray in any of its nodes, on whatever thread: dropped by an
 * operator, or thrown by a task that nobody waits for. JUnit finds it by itself, so it watches over
 * every test of this module.
 */
public final class NothingDropped implements BeforeEachCallback, AfterEachCallback {

  private static final String KEY = "reactorp2p-tests";

  private final List<Throwable> astray = new CopyOnWriteArrayList<>();

  @Override
  public void beforeEach(ExtensionContext context) {
    watch();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    check();
  }

  void watch() {
    astray.clear();
    Hooks.resetOnErrorDropped();
    Hooks.onErrorDropped(astray::add);
    Schedulers.onHandleError(KEY, (thread, error) -> astray.add(error));
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> astray.add(error));
  }

  void check() {
    Hooks.resetOnErrorDropped();
    Schedulers.resetOnHandleError(KEY);
    Thread.setDefaultUncaughtExceptionHandler(null);
    if (!astray.isEmpty()) {
      var failure = new AssertionError("errors that nobody heard: " + astray);
      astray.forEach(failure::addSuppressed);
      throw failure;
    }
  }
}
