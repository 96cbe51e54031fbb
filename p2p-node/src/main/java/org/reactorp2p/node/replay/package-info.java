/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code ./p2p replay}: holds our implementation against what a real Octez said.
 *
 * <p>{@code JsonFile} reads a file into {@code Field}s, which know where they stand and refuse what
 * they should not be. For a recorded session, {@code SessionCheck} recomputes every field ({@code
 * Side}, {@code SessionSecrets}, {@code Way}, {@code Segments}, {@code LogCheck}), and {@code
 * Player} then plays both roles against the recorded bytes. For a file of vectors, {@code Vectors}
 * does each group. The first thing that differs is a {@code Difference} with its place.
 */
@NullMarked
package org.reactorp2p.node.replay;

import org.jspecify.annotations.NullMarked;
