/* SPDX-License-Identifier: Apache-2.0 */
/** Placeholder map of p2p-scheduler, replaced as its rooms are built. */
@NullMarked
package org.reactorp2p.scheduler;

import org.jspecify.annotations.NullMarked;
