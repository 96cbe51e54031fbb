/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.fairness;

/**
 * How fair it was.
 *
 * @param jain Jain's index of the rates by weight: 1 if all are alike, 1/n if one has all
 * @param utilisation what flowed, of what might have
 * @param worstShare what the least served got by weight, of the mean
 * @param rateError how far the rate over five seconds ever was from the limit, of the limit
 * @param settling after a change of the limit, in windows
 */
record Outcome(
    Crowd crowd,
    double jain,
    double utilisation,
    double worstShare,
    double rateError,
    double settling) {

  static double jain(double[] rates) {
    double sum = 0;
    double squares = 0;
    for (double rate : rates) {
      sum += rate;
      squares += rate * rate;
    }
    return sum * sum / (rates.length * squares);
  }

  /** The least of the rates, of their mean. */
  static double worst(double[] rates) {
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    for (double rate : rates) {
      sum += rate;
      least = Math.min(least, rate);
    }
    return least * rates.length / sum;
  }
}
