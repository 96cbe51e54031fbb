/* SPDX-License-Identifier: Apache-2.0 */
/** Placeholder map of p2p-crypto, replaced as its rooms are built. */
@NullMarked
package org.reactorp2p.crypto;

import org.jspecify.annotations.NullMarked;
