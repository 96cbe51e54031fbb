/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport;

/**
 * The serial thread a link lives on, as those who write a transport see it: tasks run one after the
 * other and in the order they came.
 */
public interface Loop {

  /** Whether the caller runs inside a task of this loop. */
  boolean isCurrent();

  /** Runs the task later, after all that were given before. Callable from any thread. */
  void execute(Runnable task);

  /** Runs the task now if the caller is inside this loop, else later. */
  default void run(Runnable task) {
    if (isCurrent()) {
      task.run();
    } else {
      execute(task);
    }
  }
}
