/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The gatehouse: the command line and what it starts. The only module that reads flags and files.
 *
 * <p>{@code cli} is the frame every command stands in; each other package is one command, found by
 * {@link java.util.ServiceLoader}.
 */
@NullMarked
package org.reactorp2p.node;

import org.jspecify.annotations.NullMarked;
