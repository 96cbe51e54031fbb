/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import java.util.List;
import org.reactorp2p.core.model.Point;
import org.reactorp2p.crypto.identity.PeerId;
import reactor.core.publisher.Mono;

/**
 * Who may come in. Asked once per candidate, at a moment when nothing has been answered yet; the
 * {@link Authenticator} subscribes on the link's thread, cancels when the handshake ends before the
 * answer is there, and takes an answer from any thread.
 */
@FunctionalInterface
public interface Admission {

  /** Lets everybody in. */
  Admission OPEN = candidate -> Mono.just(new Decision.Admit());

  /** Whether a claimed id is worth the cost of finding out whether the claim is true. */
  enum Standing {
    /** Go on. */
    TOLERABLE,
    /** Hang up: even if it is true, nobody wants to know. */
    BARRED
  }

  /**
   * Decides on a peer that speaks a version of ours.
   *
   * @return exactly one decision; an empty or failed Mono is our own mishap and closes the link
   */
  Mono<Decision> decide(Candidate candidate);

  /**
   * Looks at an id before any curve arithmetic. Nothing proves yet that the peer owns it, so
   * nothing may be held against that id or address. Called on the link's thread; must not block.
   */
  default Standing standing(PeerId claimed) {
    return Standing.TOLERABLE;
  }

  /**
   * Points to tell a peer that is refused because it speaks no version of ours. Not asked when the
   * peer could not read them. More than {@link Decision#MAX_POINTS} are cut.
   */
  default Mono<List<Point>> alternatives(Candidate candidate) {
    return Mono.just(List.of());
  }
}
