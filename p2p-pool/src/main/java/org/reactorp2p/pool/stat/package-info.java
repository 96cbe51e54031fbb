/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How things stand, in numbers: {@link org.reactorp2p.pool.stat.NetworkStat} is one immutable
 * picture of all of them, for people, dashboards and meters.
 */
@NullMarked
package org.reactorp2p.pool.stat;

import org.jspecify.annotations.NullMarked;
