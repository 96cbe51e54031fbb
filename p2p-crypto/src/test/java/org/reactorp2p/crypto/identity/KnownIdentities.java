/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import static org.reactorp2p.crypto.Vectors.hex;

import java.util.List;

/** Public keys, their peer ids and stamps that others have published. */
public final class KnownIdentities {
  /** The two parties of the worked example: their secrets count from 0x00 and from 0x20. */
  public static final String ALICE_SECRET =
      "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

  public static final String BOB_SECRET =
      "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f";

  public static final Known ALICE =
      new Known(
          "8f40c5adb68f25624ae5b214ea767a6ec94d829d3d7b5e1ad1ba6f3e2138285f",
          "idrAta9tLVKFCVMECJb62aQXbEBYBo",
          "000000000000000000000000000000000000000005aa68d3",
          27);

  public static final Known BOB =
      new Known(
          "358072d6365880d1aeea329adf9121383851ed21a28e3b75e965d0d2cd166254",
          "idtmyrRaSJoGEDSNDzavFMF2igZMjG",
          "0000000000000000000000000000000000000000059f0e51",
          26);

  /** With three that TezEdge and its dissector publish. */
  public static final List<Known> ALL =
      List.of(
          ALICE,
          BOB,
          new Known(
              "5fd7ba1d15650abc9a510c37a8bee566b708fe6577f0d832b903e8f13d71c94a",
              "idrRoknJh9zwEePNswF3MPGFzmKaVp",
              "4b1354dcfc087e52c8fb510317b9464c297b8a55b79bfc95",
              26),
          new Known(
              "d8246d13d0270cbfff4046b6d94b05ab19920bc5ad9fb77f3e945c40b340e874",
              "idssJHDL1z8fkryZaYVF9fQRMktoWg",
              "d1d0ebd55784bc92852d913dbf0fb5152d505b567d930fb2",
              26),
          new Known(
              "a072c7b3e477142689cadee638078b377df5e5793e3cea529d0b718cde59f212",
              "idtqxHUjbjbCfaDn4jczoPGsnhacKX",
              "0cfe810d9b4591f0f50721b6811f2981a4274e9d0593bbd0",
              2));

  private KnownIdentities() {}

  public static SecretKey secretKey(String secret) {
    return SecretKey.of(hex(secret));
  }

  /**
   * @param zeroBits how many of the uppermost bits of the stamp's number are zero
   */
  public record Known(String publicKey, String peerId, String stampHex, int zeroBits) {
    public PublicKey key() {
      return PublicKey.ofHex(publicKey);
    }

    public ProofOfWorkStamp stamp() {
      return ProofOfWorkStamp.ofHex(stampHex);
    }
  }
}
