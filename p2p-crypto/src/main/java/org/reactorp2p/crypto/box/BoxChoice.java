/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

/**
 * A box and why it was taken.
 *
 * @param box the one to use
 * @param report one sentence for the log, with names and figures
 */
public record BoxChoice(Box box, String report) {}
