/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Where the nodes live, and what lies between them: {@link
 * org.reactorp2p.test.weather.ChangingWeather}.
 */
@NullMarked
package org.reactorp2p.test.weather;

import org.jspecify.annotations.NullMarked;
