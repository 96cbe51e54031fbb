/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code ./p2p bench connect}: connections made and closed, as fast as they go. {@link
 * org.reactorp2p.bench.connect.ConnectCommand} lets each stack's {@link
 * org.reactorp2p.bench.connect.Caller} run by turns and compares the {@link
 * org.reactorp2p.bench.connect.Tally}s.
 */
@NullMarked
package org.reactorp2p.bench.connect;

import org.jspecify.annotations.NullMarked;
