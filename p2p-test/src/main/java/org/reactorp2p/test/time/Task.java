/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.test.time;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/** Something to be done at a time, unless it is called off. */
final class Task implements Disposable, Comparable<Task> {

  final long due;
  final long order;
  private @Nullable Runnable work; // forgotten when called off, since the task may wait for long

  Task(Runnable work, long due, long order) {
    this.work = work;
    this.due = due;
    this.order = order;
  }

  void run() {
    Runnable now = work;
    work = null;
    if (now != null) {
      now.run();
    }
  }

  @Override
  public void dispose() {
    work = null;
  }

  @Override
  public boolean isDisposed() {
    return work == null;
  }

  @Override
  public int compareTo(Task other) {
    int byTime = Long.compare(due, other.due);
    return byTime != 0 ? byTime : Long.compare(order, other.order);
  }

  @Override
  public String toString() {
    return "task " + order + " " + work;
  }
}
