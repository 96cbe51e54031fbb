/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Finds neighbours on the local network without knowing any address.
 *
 * <p>The {@link org.reactorp2p.pool.discovery.Beacon} sends a {@code BeaconCall} to everybody who
 * listens, ever less often, and takes those of others for what they are: claims, which anybody can
 * forge. {@link org.reactorp2p.pool.discovery.BeaconConfig} says where.
 */
@NullMarked
package org.reactorp2p.pool.discovery;

import org.jspecify.annotations.NullMarked;
