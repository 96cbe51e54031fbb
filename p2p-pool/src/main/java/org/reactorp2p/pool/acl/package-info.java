/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Whom we keep out, and whom we trust: decisions and lists, no threads, no I/O.
 *
 * <p>{@link org.reactorp2p.pool.acl.AccessList} is the door: it holds every {@link
 * org.reactorp2p.pool.acl.Ban}, {@link org.reactorp2p.pool.acl.Trustee} and {@link
 * org.reactorp2p.pool.acl.Greylisting}, and makes one {@link org.reactorp2p.pool.acl.Reputation} of
 * them. {@link org.reactorp2p.pool.acl.Offence} is the table of what greylists whom. {@link
 * org.reactorp2p.pool.acl.AccessSnapshot} is what a file keeps. {@link
 * org.reactorp2p.pool.acl.BlockCounts} counts neighbours.
 */
@NullMarked
package org.reactorp2p.pool.acl;

import org.jspecify.annotations.NullMarked;
