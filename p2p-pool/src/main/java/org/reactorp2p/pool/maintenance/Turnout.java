/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.maintenance;

/**
 * How many connections run.
 *
 * @param all of them
 * @param own those that we dialled
 */
record Turnout(int all, int own) {}
