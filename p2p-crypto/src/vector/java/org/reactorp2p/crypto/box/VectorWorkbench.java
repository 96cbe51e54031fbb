/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.box;

import java.util.function.Supplier;

/** Makes workbenches of the vector classes. {@link Boxes} loads it by name. */
final class VectorWorkbench implements Supplier<Workbench> {
  @Override
  public Workbench get() {
    return new Workbench(new VectorKeystream(), new VectorSum());
  }
}
