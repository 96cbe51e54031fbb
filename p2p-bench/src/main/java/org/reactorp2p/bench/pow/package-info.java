/* SPDX-License-Identifier: Apache-2.0 */
/** {@code bench pow}: how many stamps one core tries in a second, ours beside libsodium's. */
@NullMarked
package org.reactorp2p.bench.pow;

import org.jspecify.annotations.NullMarked;
