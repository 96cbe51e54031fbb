/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.util.function.Consumer;

/** Ends a connection for a reason, unless it is ending already. Any thread; returns at once. */
interface Closer extends Consumer<DisconnectReason> {}
