/* SPDX-License-Identifier: Apache-2.0 */
/** {@code ./p2p identity}: makes, shows and checks the file that says who a node is. */
@NullMarked
package org.reactorp2p.node.identity;

import org.jspecify.annotations.NullMarked;
