/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.cli;

import java.util.concurrent.Callable;

/**
 * A command of {@code ./p2p}: a class with picocli's {@code @Command} and a public constructor
 * without parameters, named in {@code META-INF/services/org.reactorp2p.node.cli.Subcommand} of its
 * jar. It may hold commands of its own.
 *
 * <p>{@code call()} runs on the main thread and answers an {@link ExitStatus}, or throws {@link
 * BadInputException} or {@link WorkFailedException}; whatever else it throws is shown as one
 * sentence too, with the stack trace only under {@code --debug}. Print to {@code
 * spec.commandLine().getOut()} and {@code getErr()}, so that tests can listen; a field {@code
 * \@ParentCommand P2p} gives the settings every command shares.
 */
public interface Subcommand extends Callable<Integer> {}
