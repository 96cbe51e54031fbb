/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.scheduler;

/**
 * Where a {@link Turnstile} stands between its source and its subscriber.
 *
 * <pre>
 *              item must wait          granted            passed
 *     FREE ───────────────────▶ HELD ──────────▶ EMITTING ───────────▶ FREE
 *      │                         │ completed        │ completed, failed
 *      │                         ▼     granted      ▼     passed
 *      │                        LAST ─────────▶ EMITTING_LAST ───────▶ DONE
 *      └── completed, failed ──▶ DONE ◀── failed (from HELD and LAST)
 * </pre>
 *
 * <p>Cancelled is DONE from anywhere. Once done, always done.
 */
enum Phase {
  /** No item, or one that passes on its source's own thread. */
  FREE,
  /** An item waits for its turn. */
  HELD,
  /** An item waits, and its source has completed. */
  LAST,
  /** An item that waited passes. */
  EMITTING,
  /** The same, and the end comes right behind it. */
  EMITTING_LAST,
  DONE;

  boolean holdsItem() {
    return this == HELD || this == LAST;
  }

  boolean isEmitting() {
    return this == EMITTING || this == EMITTING_LAST;
  }

  Phase completed() {
    return switch (this) {
      case HELD, LAST -> LAST;
      case EMITTING, EMITTING_LAST -> EMITTING_LAST;
      case FREE, DONE -> DONE;
    };
  }

  Phase failed() {
    return isEmitting() ? EMITTING_LAST : DONE;
  }

  Phase granted() {
    return switch (this) {
      case HELD -> EMITTING;
      case LAST -> EMITTING_LAST;
      default -> this;
    };
  }

  Phase passed() {
    return this == EMITTING ? FREE : DONE;
  }
}
