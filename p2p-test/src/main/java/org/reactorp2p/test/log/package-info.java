/* SPDX-License-Identifier: Apache-2.0 */
/** What happened, and the hash of it. */
@NullMarked
package org.reactorp2p.test.log;

import org.jspecify.annotations.NullMarked;
