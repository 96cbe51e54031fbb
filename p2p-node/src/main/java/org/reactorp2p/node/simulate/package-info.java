/* SPDX-License-Identifier: Apache-2.0 */
/** {@code ./p2p simulate}: hundreds of nodes in one thread, from a seed. */
@NullMarked
package org.reactorp2p.node.simulate;

import org.jspecify.annotations.NullMarked;
