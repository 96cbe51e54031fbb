/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.pow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.reactorp2p.crypto.identity.MiningEngine;

class RaceTest {
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void gives_each_its_rate() {
    Contender quick = taking("quick", 10);
    Contender slow = taking("slow", 1000);
    var rates = new Race(nanos::get).run(List.of(quick, slow));
    assertThat(rates.get(quick)).isEqualTo(1e8);
    assertThat(rates.get(slow)).isEqualTo(1e6);
  }

  private Contender taking(String name, long nanosPerHash) {
    return new Contender() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public long hash(long count) {
        nanos.addAndGet(count * nanosPerHash);
        return count;
      }
    };
  }

  @Test
  void every_contender_hashes_as_much_as_it_is_asked_to() {
    assertThat(new MinerContender(MiningEngine.plain()).hash(100_000)).isEqualTo(131_072);
    assertThat(new BouncyCastleContender().hash(100)).isEqualTo(100);
    SodiumContender.find().ifPresent(sodium -> assertThat(sodium.hash(100)).isEqualTo(100));
  }
}
