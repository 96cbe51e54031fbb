/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.transport.memory.MemoryConfig;
import org.reactorp2p.core.transport.tcp.TcpConfig.Engine;
import org.reactorp2p.core.transport.tcp.TcpConfig.SocketBuffers;

class TcpConfigTest {

  private final TcpConfig config = TcpConfig.defaults();

  @Test
  void each_wither_changes_one_thing() {
    assertThat(config.withEngine(Engine.NIO).engine()).isEqualTo(Engine.NIO);
    assertThat(config.withLoops(3).loops()).isEqualTo(3);
    assertThat(config.withReadSize(4096).readSize()).isEqualTo(4096);
    var buffers = new SocketBuffers(1, 2);
    assertThat(config.withBuffers(buffers).buffers()).isEqualTo(buffers);
    var second = Duration.ofSeconds(1);
    assertThat(config.withCloseTimeout(second).closeTimeout()).isEqualTo(second);
    assertThat(config.withLoops(3).withLoops(config.loops())).isEqualTo(config);
  }

  @Test
  void what_makes_no_sense_is_refused_with_its_name() {
    refuses("loops", () -> config.withLoops(0));
    refuses("readSize", () -> config.withReadSize(1023));
    refuses("readSize", () -> config.withReadSize(2 << 20));
    refuses("closeTimeout", () -> config.withCloseTimeout(Duration.ZERO));
    refuses("closeTimeout", () -> config.withCloseTimeout(Duration.ofDays(2)));
    refuses("buffer", () -> new SocketBuffers(-1, 0));
    refuses("pipe", () -> MemoryConfig.DEFAULT.withPipeCapacity(0));
    refuses("closeTimeout", () -> MemoryConfig.DEFAULT.withCloseTimeout(Duration.ZERO));
  }

  private static void refuses(String name, ThrowingCallable wish) {
    assertThatThrownBy(wish)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }
}
