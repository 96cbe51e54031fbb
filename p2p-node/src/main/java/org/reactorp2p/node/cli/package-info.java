/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The frame of the command line. {@link Main} finds the commands and runs one; a command is a
 * {@link Subcommand} and ends with an {@link ExitStatus}, a {@link BadInputException} or a {@link
 * WorkFailedException}. Nothing here knows a command.
 */
@NullMarked
package org.reactorp2p.node.cli;

import org.jspecify.annotations.NullMarked;
