/* SPDX-License-Identifier: Apache-2.0 */
/**
 * {@code ./p2p bench report}: runs {@link org.reactorp2p.bench.suite.Part}s, keeps the {@link
 * org.reactorp2p.bench.suite.Results}, and makes a {@link org.reactorp2p.bench.suite.Page} with
 * {@link org.reactorp2p.bench.suite.Charts} of them. Page and charts follow from the results alone,
 * so that a page in the docs can be held against the file it came from.
 */
@NullMarked
package org.reactorp2p.bench.suite;

import org.jspecify.annotations.NullMarked;
