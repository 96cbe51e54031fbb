/* SPDX-License-Identifier: Apache-2.0 */
/**
 * From what a person typed to what the network understands. Each class reads one kind of value and
 * refuses it with a sentence; none of them opens a socket.
 */
@NullMarked
package org.reactorp2p.node.config;

import org.jspecify.annotations.NullMarked;
