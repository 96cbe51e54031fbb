/* SPDX-License-Identifier: Apache-2.0 */
/** Placeholder map of p2p-pool, replaced as its rooms are built. */
@NullMarked
package org.reactorp2p.pool;

import org.jspecify.annotations.NullMarked;
