/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A network inside the process: the twin of TCP for tests, simulations and users' own tests. It
 * carries bytes and never objects, has addresses, ports, bounded pipes and backpressure, and lives
 * on a scheduler of the caller's choice, virtual time included, so that the same run happens twice.
 *
 * <p>Start with {@link org.reactorp2p.core.transport.memory.MemoryNetwork}; {@link
 * org.reactorp2p.core.transport.memory.LinkFault} makes a network bad.
 */
@NullMarked
package org.reactorp2p.core.transport.memory;

import org.jspecify.annotations.NullMarked;
