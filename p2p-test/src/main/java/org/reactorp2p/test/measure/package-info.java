/* SPDX-License-Identifier: Apache-2.0 */
/** What can be said of a network as a whole. */
@NullMarked
package org.reactorp2p.test.measure;

import org.jspecify.annotations.NullMarked;
