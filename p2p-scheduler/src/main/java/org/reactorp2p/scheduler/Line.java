/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Accounts in the order of a number, least first. A heap with four branches whose numbers lie side
 * by side, because in a long line it is the memory that costs and not the comparing.
 */
final class Line {

  /** Where one account stands in one line. */
  static final class Place {
    private static final int NOWHERE = -1;

    private final Account owner;
    private int index = NOWHERE;

    Place(Account owner) {
      this.owner = owner;
    }

    boolean isTaken() {
      return index != NOWHERE;
    }
  }

  private static final int BRANCHES = 4;
  private static final int FIRST_CAPACITY = 16;

  private double[] keys = new double[FIRST_CAPACITY];
  private @Nullable Place[] places = new @Nullable Place[FIRST_CAPACITY];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /** The account with the least number; the line must not be empty. */
  Account first() {
    return place(0).owner;
  }

  /** The least number; infinite in an empty line. */
  double firstKey() {
    return size == 0 ? Double.POSITIVE_INFINITY : keys[0];
  }

  /** Takes the place at this number, or moves there. */
  void put(Place place, double key) {
    int index = place.index;
    if (!place.isTaken()) {
      makeRoom();
      index = size++;
      rise(index, place, key);
    } else if (key < keys[index]) {
      rise(index, place, key);
    } else {
      sink(index, place, key);
    }
  }

  /** Leaves the line; nothing happens to one who is not in it. */
  void leave(@Nullable Place place) {
    if (place == null || !place.isTaken()) {
      return;
    }
    int index = place.index;
    double left = keys[index];
    place.index = Place.NOWHERE;
    size--;
    Place last = place(size);
    double key = keys[size];
    places[size] = null;
    if (last == place) {
      return;
    }
    if (key < left) {
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

  private void rise(int from, Place place, double key) {
    int index = from;
    while (index > 0) {
      int parent = (index - 1) / BRANCHES;
      if (keys[parent] <= key) {
        break;
      }
      set(index, place(parent), keys[parent]);
      index = parent;
    }
    set(index, place, key);
  }

  private void sink(int from, Place place, double key) {
    int index = from;
    for (int child = leastChild(index); child < size; child = leastChild(index)) {
      if (keys[child] >= key) {
        break;
      }
      set(index, place(child), keys[child]);
      index = child;
    }
    set(index, place, key);
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

  private void set(int index, Place place, double key) {
    keys[index] = key;
    places[index] = place;
    place.index = index;
  }

  private Place place(int index) {
    Place place = places[index];
    if (place == null) {
      throw new IndexOutOfBoundsException(index);
    }
    return place;
  }

  private void makeRoom() {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      places = Arrays.copyOf(places, 2 * size);
    }
  }
}
