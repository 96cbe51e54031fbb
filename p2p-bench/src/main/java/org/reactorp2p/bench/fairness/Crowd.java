/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

import java.util.ArrayList;
import java.util.List;
import org.reactorp2p.bench.fairness.arena.Arena;

/**
 * So many greedy streams, alike or not, among themselves or with others who come and go.
 *
 * @param seconds how long they play, a multiple of five
 */
record Crowd(int streams, Weights weights, Company company, int seconds) {

  enum Weights {
    EQUAL,
    ONE_TWO_FOUR;

    double of(int stream) {
      return this == EQUAL ? 1 : 1 << stream % 3;
    }
  }

  enum Company {
    ALONE,
    /** Each second a tenth as many join, and leave a second later. */
    JOINS_AND_LEAVES
  }

  private static final List<Integer> SIZES = List.of(1, 10, 100, 1_000);
  private static final int RECEIVERS = 8;
  private static final int AT_LEAST = 20;
  private static final int ON_SOCKETS = 10;

  /** On virtual time, long enough that an item more or less says nothing. */
  static List<Crowd> virtual() {
    List<Crowd> all = new ArrayList<>();
    for (int size : SIZES) {
      for (Weights weights : Weights.values()) {
        for (Company company : Company.values()) {
          all.add(new Crowd(size, weights, company, Math.max(AT_LEAST, size)));
        }
      }
    }
    return all;
  }

  /** Over sockets of the loopback. */
  static List<Crowd> sockets() {
    List<Crowd> all = new ArrayList<>();
    for (Weights weights : Weights.values()) {
      all.add(new Crowd(RECEIVERS, weights, Company.ALONE, ON_SOCKETS));
    }
    return all;
  }

  /** Not all are as coarse: every third three has items up to 64 KiB, then up to 16, then 4. */
  int largestItem(int stream) {
    return Arena.LARGEST >> 2 * (stream / 3 % 3);
  }

  int guests() {
    return company == Company.ALONE ? 0 : Math.max(1, streams / 10);
  }

  String name() {
    String among = company == Company.ALONE ? "" : "-joins-and-leaves";
    return streams + (weights == Weights.EQUAL ? "-equal" : "-1:2:4") + among;
  }
}
