/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

/**
 * How a peer broke the rules of the handshake, and what follows for its address. This is the table
 * of section 3.4 of the reference; no {@code if} elsewhere repeats it.
 */
public enum Breach {
  /** The first frame's length is none that a connection message can have. */
  GREETING_LENGTH(Remedy.GREYLIST, "a first frame of impossible length"),
  /** The first frame does not decode. */
  MALFORMED_GREETING(Remedy.GREYLIST, "a malformed connection message"),
  /** The stamp shows less work than we require. */
  NOT_ENOUGH_PROOF_OF_WORK(Remedy.GREYLIST, "not enough proof of work"),
  /** The public key is a low-order point: no honest key is. Stricter than the original. */
  WEAK_KEY(Remedy.GREYLIST, "a low-order public key"),
  /** An encrypted frame too short for its tag; nobody authenticates a length, so no grudge. */
  SHORT_FRAME(Remedy.RETRY, "an encrypted frame too short for a tag"),
  /** The metadata's box does not open: no proof that the peer owns the key it showed. */
  UNDECIPHERABLE_METADATA(Remedy.GREYLIST, "metadata that cannot be deciphered"),
  /** The metadata is nothing that the codec of the network understands. */
  MALFORMED_METADATA(Remedy.GREYLIST, "malformed metadata"),
  /** The answer's box does not open. The peer is proven by now: somebody else may have done it. */
  UNDECIPHERABLE_ANSWER(Remedy.RETRY, "an answer that cannot be deciphered"),
  /** The answer is neither Ack nor Nack. */
  MALFORMED_ANSWER(Remedy.RETRY, "a malformed answer");

  private final Remedy remedy;
  private final String text;

  Breach(Remedy remedy, String text) {
    this.remedy = remedy;
    this.text = text;
  }

  /** What to do about it. */
  public Remedy remedy() {
    return remedy;
  }

  /** A few words for people. */
  public String text() {
    return text;
  }
}
