/* SPDX-License-Identifier: Apache-2.0 */
/** Placeholder map of p2p-core, replaced as its rooms are built. */
@NullMarked
package org.reactorp2p.core;

import org.jspecify.annotations.NullMarked;
