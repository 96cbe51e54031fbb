/* SPDX-License-Identifier: Apache-2.0 */
/** Placeholder map of p2p-bench, replaced as its rooms are built. */
@NullMarked
package org.reactorp2p.bench;

import org.jspecify.annotations.NullMarked;
