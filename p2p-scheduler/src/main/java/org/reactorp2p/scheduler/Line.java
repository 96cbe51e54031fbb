/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.util.Arrays;

/**
 * Seats in the order of a number, least first. A heap with eight branches that lies in arrays of
 * numbers alone, because in a long line it is the memory that costs and not the comparing: nothing
 * but these arrays is touched to keep the order.
 */
final class Line {

  private static final int BRANCHES = 8;
  private static final int FIRST_CAPACITY = 16;
  private static final int NOWHERE = 0;

  private double[] keys = new double[FIRST_CAPACITY];
  private int[] seats = new int[FIRST_CAPACITY];
  private int[] places = new int[FIRST_CAPACITY]; // by seat: one more than its index, or NOWHERE
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /** True if the seat is in line; {@link Seats#NONE} never is. */
  boolean has(int seat) {
    return seat >= 0 && seat < places.length && places[seat] != NOWHERE;
  }

  /** The seat with the least number; the line must not be empty. */
  int first() {
    if (size == 0) {
      throw new IndexOutOfBoundsException("nobody is in line");
    }
    return seats[0];
  }

  /** The least number; infinite in an empty line. */
  double firstKey() {
    return size == 0 ? Double.POSITIVE_INFINITY : keys[0];
  }

  /** Joins the line at this number, or moves there. */
  void put(int seat, double key) {
    if (!has(seat)) {
      makeRoom(seat);
      rise(size++, seat, key);
      return;
    }
    int index = places[seat] - 1;
    if (key < keys[index]) {
      rise(index, seat, key);
    } else {
      sink(index, seat, key);
    }
  }

  /** Leaves the line; nothing happens to one who is not in it. */
  void leave(int seat) {
    if (!has(seat)) {
      return;
    }
    int index = places[seat] - 1;
    places[seat] = NOWHERE;
    size--;
    int last = seats[size];
    double key = keys[size];
    if (index == size) {
      return;
    }
    if (key < keys[index]) {
      rise(index, last, key);
    } else {
      sink(index, last, key);
    }
  }

  /** Lowers every number by the same amount, which changes no order. */
  void lowerAll(double by) {
    for (int i = 0; i < size; i++) {
      keys[i] -= by;
    }
  }

  private void rise(int from, int seat, double key) {
    int index = from;
    while (index > 0) {
      int parent = (index - 1) / BRANCHES;
      if (keys[parent] <= key) {
        break;
      }
      set(index, seats[parent], keys[parent]);
      index = parent;
    }
    set(index, seat, key);
  }

  private void sink(int from, int seat, double key) {
    int index = from;
    for (int child = leastChild(index); child < size; child = leastChild(index)) {
      if (keys[child] >= key) {
        break;
      }
      set(index, seats[child], keys[child]);
      index = child;
    }
    set(index, seat, key);
  }

  /** The child with the least number, or {@link #size} if there is none. */
  private int leastChild(int parent) {
    int first = parent * BRANCHES + 1;
    int end = Math.min(first + BRANCHES, size);
    int least = Math.min(first, size);
    for (int child = first + 1; child < end; child++) {
      if (keys[child] < keys[least]) {
        least = child;
      }
    }
    return least;
  }

  private void set(int index, int seat, double key) {
    keys[index] = key;
    seats[index] = seat;
    places[seat] = index + 1;
  }

  private void makeRoom(int seat) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      seats = Arrays.copyOf(seats, 2 * size);
    }
    if (seat >= places.length) {
      places = Arrays.copyOf(places, Math.max(seat + 1, 2 * places.length));
    }
  }
}
