/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Links that keep to a bandwidth. {@link org.reactorp2p.core.transport.limit.LimitedLink} passes
 * what goes in and out through a {@link org.reactorp2p.scheduler.Share} of each budget; {@code
 * Receipt} brings what waited back to the thread of the link, {@code Dispatch} does the same with
 * the requests for more.
 */
@NullMarked
package org.reactorp2p.core.transport.limit;

import org.jspecify.annotations.NullMarked;
