/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.model;

/** The metadata of an application that has none. */
public enum NoMetadata {
  /** Nothing. */
  NONE
}
