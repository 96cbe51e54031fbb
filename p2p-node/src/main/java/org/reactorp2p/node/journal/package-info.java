/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How a node speaks to whoever started it: a {@link org.reactorp2p.node.journal.Journal} of lines,
 * each an {@link org.reactorp2p.node.journal.Entry}, as text for people or as JSON for machines.
 */
@NullMarked
package org.reactorp2p.node.journal;

import org.jspecify.annotations.NullMarked;
