/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.sodium;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.invoke.MethodHandle;
import org.junit.jupiter.api.Test;
import org.reactorp2p.crypto.hash.Blake2b;

class SodiumTest {
  @Test
  void hashes_as_we_do() throws Throwable {
    var sodium = Sodium.load();
    assumeTrue(sodium.isPresent(), "libsodium cannot be called here");
    byte[] input = "abc".getBytes(US_ASCII);
    byte[] hash = new byte[32];
    MethodHandle call =
        sodium.get().call("crypto_generichash", hash, 32L, input, 3L, new byte[0], 0L);
    int status = (int) call.invokeExact();
    assertThat(status).isZero();
    assertThat(hash).isEqualTo(Blake2b.hash(32, input));
  }

  @Test
  void old_jdks_are_told_by_an_empty_answer() {
    if (Runtime.version().feature() < 22) {
      assertThat(Sodium.load()).isEmpty();
    }
  }
}
