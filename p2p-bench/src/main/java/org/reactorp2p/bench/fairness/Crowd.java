/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

import java.util.ArrayList;
import java.util.List;

/** So many greedy streams, alike or not, among themselves or with others who come and go. */
record Crowd(int streams, Weights weights, Company company) {

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

  static List<Crowd> all() {
    List<Crowd> all = new ArrayList<>();
    for (int size : SIZES) {
      for (Weights weights : Weights.values()) {
        for (Company company : Company.values()) {
          all.add(new Crowd(size, weights, company));
        }
      }
    }
    return all;
  }

  /** Long enough that an item more or less says nothing. */
  int seconds() {
    return Math.max(20, streams);
  }

  int guests() {
    return company == Company.ALONE ? 0 : Math.max(1, streams / 10);
  }

  String name() {
    String among = company == Company.ALONE ? "" : "-joins-and-leaves";
    return streams + (weights == Weights.EQUAL ? "-equal" : "-1:2:4") + among;
  }
}
