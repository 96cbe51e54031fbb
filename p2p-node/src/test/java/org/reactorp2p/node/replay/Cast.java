/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.Arrays;
import java.util.List;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;

/** Who plays a part in a made-up session, and how it is set up. */
record Cast(
    int number,
    int port,
    String chain,
    List<Integer> ddb,
    List<Integer> p2p,
    int difficulty,
    Flag privateMode,
    Flag disableMempool,
    Flag discovery,
    int frameSize) {

  static Cast ordinary(int number) {
    return new Cast(
        number,
        9700 + number,
        "SANDBOXED_TEZOS",
        List.of(0, 1),
        List.of(0, 1),
        0,
        Flag.CLEAR,
        Flag.CLEAR,
        Flag.SET,
        0);
  }

  Cast announcing(int newPort) {
    return new Cast(
        number,
        newPort,
        chain,
        ddb,
        p2p,
        difficulty,
        privateMode,
        disableMempool,
        discovery,
        frameSize);
  }

  Cast on(String newChain) {
    return new Cast(
        number,
        port,
        newChain,
        ddb,
        p2p,
        difficulty,
        privateMode,
        disableMempool,
        discovery,
        frameSize);
  }

  Cast speaking(List<Integer> newDdb, List<Integer> newP2p) {
    return new Cast(
        number,
        port,
        chain,
        newDdb,
        newP2p,
        difficulty,
        privateMode,
        disableMempool,
        discovery,
        frameSize);
  }

  Cast demanding(int bits) {
    return new Cast(
        number, port, chain, ddb, p2p, bits, privateMode, disableMempool, discovery, frameSize);
  }

  Cast saying(Flag isPrivate, Flag noMempool) {
    return new Cast(
        number, port, chain, ddb, p2p, difficulty, isPrivate, noMempool, discovery, frameSize);
  }

  Cast withoutDiscovery() {
    return new Cast(
        number,
        port,
        chain,
        ddb,
        p2p,
        difficulty,
        privateMode,
        disableMempool,
        Flag.CLEAR,
        frameSize);
  }

  Cast cutting(int size) {
    return new Cast(
        number, port, chain, ddb, p2p, difficulty, privateMode, disableMempool, discovery, size);
  }

  byte[] secret() {
    byte[] secret = new byte[SecretKey.LENGTH];
    Arrays.fill(secret, (byte) number);
    return secret;
  }

  Identity identity() {
    return Identity.of(
        SecretKey.of(secret()), ProofOfWorkStamp.of(new byte[ProofOfWorkStamp.LENGTH]));
  }
}
