/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Whom we let in: decisions as functions of values.
 *
 * <p>{@link org.reactorp2p.pool.admission.AdmissionPolicy} turns how things stand into a {@link
 * org.reactorp2p.pool.admission.Verdict}; {@link org.reactorp2p.pool.admission.Places} counts; and
 * {@link org.reactorp2p.pool.admission.PointSelection} says whom else a refused peer may try.
 * Acting on a verdict is somebody else's business.
 */
@NullMarked
package org.reactorp2p.pool.admission;

import org.jspecify.annotations.NullMarked;
