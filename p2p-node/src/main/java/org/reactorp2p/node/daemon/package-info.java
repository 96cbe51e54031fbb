/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code ./p2p node}: one node that runs until it is told to stop, and says what happens to it.
 * {@code NodeCommand} reads the flags, {@code Daemon} runs the network, {@code Entries} says what
 * the journal shows of each event.
 */
@NullMarked
package org.reactorp2p.node.daemon;

import org.jspecify.annotations.NullMarked;
