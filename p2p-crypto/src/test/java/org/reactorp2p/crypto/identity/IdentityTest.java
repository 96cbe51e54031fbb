/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.crypto.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class IdentityTest {
  @Test
  void shows_who_it_is_and_nothing_else() {
    Identity alice =
        Identity.of(
            KnownIdentities.secretKey(KnownIdentities.ALICE_SECRET), KnownIdentities.ALICE.stamp());
    assertThat(alice.publicKey()).isEqualTo(KnownIdentities.ALICE.key());
    assertThat(alice.stamp()).isEqualTo(KnownIdentities.ALICE.stamp());
    assertThat(alice.peerId()).hasToString(KnownIdentities.ALICE.peerId());
    assertThat(alice).hasToString("Identity(" + KnownIdentities.ALICE.peerId() + ")");
  }

  @Test
  void takes_its_secret_with_it() {
    SecretKey secretKey = KnownIdentities.secretKey(KnownIdentities.BOB_SECRET);
    Identity.of(secretKey, KnownIdentities.BOB.stamp()).close();
    assertThatIllegalStateException().isThrownBy(secretKey::toBytes);
  }
}
