/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Commands on the standard input of a running node.
 *
 * <p>{@link org.reactorp2p.node.console.Console} reads lines, {@link
 * org.reactorp2p.node.console.Vocabulary} finds the {@link
 * org.reactorp2p.node.console.ConsoleCommand} of each. A new command is one small class, and one
 * line in {@link org.reactorp2p.node.console.NodeVocabulary}.
 */
@NullMarked
package org.reactorp2p.node.console;

import org.jspecify.annotations.NullMarked;
