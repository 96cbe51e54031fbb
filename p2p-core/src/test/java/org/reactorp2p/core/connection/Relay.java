/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.connection;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactorp2p.core.model.Point;

/**
 * A man in the middle, made of plain sockets: passes what one dialler says on to the target in a
 * manner of the test's choice, and the answers back as they are.
 */
final class Relay implements AutoCloseable {

  /** How one byte of the dialler's goes on. */
  interface Manner {

    /**
     * @param index counts the dialler's bytes from 0
     * @return false when nothing more is to be passed on
     */
    boolean pass(int index, int value, Socket target) throws IOException;
  }

  /** How a cut is made. */
  enum Cut {
    FIN,
    RST
  }

  private final ServerSocket door;
  private final Point target;
  private final Manner manner;
  private final AtomicInteger passed = new AtomicInteger();

  private Relay(ServerSocket door, Point target, Manner manner) {
    this.door = door;
    this.target = target;
    this.manner = manner;
  }

  static Relay to(Point target, Manner manner) throws IOException {
    Relay relay =
        new Relay(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), target, manner);
    daemon(relay::serve);
    return relay;
  }

  /** Every byte in a segment of its own. */
  static Manner byteByByte() {
    return (index, value, target) -> {
      target.getOutputStream().write(value);
      return true;
    };
  }

  /** So many bytes, and then the end. */
  static Manner cutAfter(int bytes, Cut cut) {
    return (index, value, target) -> {
      if (index < bytes) {
        target.getOutputStream().write(value);
        return true;
      }
      if (cut == Cut.RST) {
        target.setSoLinger(true, 0);
        target.close();
      } else {
        target.shutdownOutput();
      }
      return false;
    };
  }

  Point local() {
    return Point.parse("127.0.0.1:" + door.getLocalPort());
  }

  /** Bytes of the dialler's that were passed on. */
  int passed() {
    return passed.get();
  }

  private void serve() throws IOException {
    try (Socket dialler = door.accept();
        Socket onward = new Socket(target.address(), target.port())) {
      onward.setTcpNoDelay(true);
      dialler.setTcpNoDelay(true);
      Thread back = daemon(() -> onward.getInputStream().transferTo(dialler.getOutputStream()));
      forward(dialler.getInputStream(), onward);
      back.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void forward(InputStream from, Socket onward) throws IOException {
    int index = 0;
    for (int value; (value = from.read()) >= 0; index++) {
      if (!manner.pass(index, value, onward)) {
        return;
      }
      passed.incrementAndGet();
    }
    onward.shutdownOutput();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static Thread daemon(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException ended) {
                // One of the two has gone: so do we.
              }
            },
            "relay");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
