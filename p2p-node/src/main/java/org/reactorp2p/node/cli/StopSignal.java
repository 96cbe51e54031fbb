/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM as a polite request: the command is told to stop, is given time to finish, and
 * the process ends with a status of the command's choice instead of the signal's.
 */
public final class StopSignal implements AutoCloseable {

  private final Thread hook;
  private final CountDownLatch finished = new CountDownLatch(1);

  private StopSignal(Duration patience, int exitStatus, Runnable stop) {
    this.hook =
        new Thread(
            () -> {
              stop.run();
              awaitFinished(patience);
              // The JVM would end with 128 + the signal's number; halt() is the only other word a
              // shutdown hook has.
              Runtime.getRuntime().halt(exitStatus);
            },
            "p2p-stop");
  }

  /**
   * Listens until closed.
   *
   * @param patience how long the command may take to finish after it was told to
   * @param exitStatus how the process ends after a signal
   * @param stop tells the command; called once at most, on a thread of its own
   */
  public static StopSignal listen(Duration patience, int exitStatus, Runnable stop) {
    StopSignal signal = new StopSignal(patience, exitStatus, stop);
    Runtime.getRuntime().addShutdownHook(signal.hook);
    return signal;
  }

  private void awaitFinished(Duration patience) {
    try {
      finished.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  /** The command has finished, whatever made it: a signal that was waiting for it ends the JVM. */
  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // The signal has come; the hook ends the JVM.
    }
  }
}
