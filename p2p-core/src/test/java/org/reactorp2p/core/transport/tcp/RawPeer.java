/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.transport.tcp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.reactorp2p.core.transport.Ear;
import org.reactorp2p.core.transport.Link;
import org.reactorp2p.core.transport.Listener;

/** A plain socket that does to a link what no link would do, and the link it does it to. */
record RawPeer(Socket socket, Link link) implements AutoCloseable {

  /** The state of a connection whose other side has sent FIN, as Linux writes it. */
  static final String CLOSE_WAIT = "08";

  static RawPeer at(Listener listener) throws Exception {
    var link = new CompletableFuture<Link>();
    var accepting = listener.accept().subscribe(link::complete);
    var socket = new Socket();
    InetSocketAddress to = listener.local().toSocketAddress();
    socket.connect(to, (int) Ear.PATIENCE.toMillis());
    Link accepted = link.get(Ear.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    accepting.dispose();
    return new RawPeer(socket, accepted);
  }

  /** Cuts the connection by a reset. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /**
   * Bytes the machine holds for the link unread, or -1 while the connection is in another state.
   */
  long unreadInState(String state) {
    String ends =
        String.format(
            Locale.ROOT,
            ":%04X [0-9A-F]+:%04X %s ",
            link.local().port(),
            socket.getLocalPort(),
            state);
    for (String table : new String[] {"tcp", "tcp6"}) {
      try {
        for (String line : Files.readAllLines(Path.of("/proc/self/net", table))) {
          if (line.matches(".*" + ends + ".*")) {
            String[] queues = line.trim().split("\\s+")[4].split(":");
            return Long.parseLong(queues[1], 16);
          }
        }
      } catch (IOException unreadable) {
        throw new AssertionError(unreadable);
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    socket.close();
    link.abort();
    link.onClose().block(Ear.PATIENCE);
  }
}
