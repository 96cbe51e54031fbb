/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.reactorp2p.bench.contender.Payload;
import org.reactorp2p.bench.contender.Stack;
import org.reactorp2p.bench.process.Child;

/** The two processes of one stack, as seen by the process that asks them. */
final class Ends implements AutoCloseable {

  private final Child sender;
  private final Child receiver;
  private final String senderId;
  private final String receiverId;

  private Ends(Child sender, Child receiver) throws IOException {
    this.sender = sender;
    this.receiver = receiver;
    this.senderId = sender.ask("self");
    this.receiverId = receiver.ask("self");
  }

  /** Starts both, on this JDK, with the flags of this JVM and those of the stack. */
  static Ends start(Stack stack) throws IOException {
    Child sender = child(stack);
    try {
      return new Ends(sender, child(stack));
    } catch (IOException failed) {
      sender.close();
      throw failed;
    }
  }

  private static Child child(Stack stack) throws IOException {
    return Child.start(End.class, stack.flags(), stack.name());
  }

  /** Connects them by so many lines; from now on messages flow. */
  void connect(Payload payload, int lines) throws IOException {
    String port = receiver.ask("listen " + payload.name());
    sender.ask("dial " + port + " " + payload.name() + " " + lines);
  }

  /** Looks at both: the receiver's clock and count, the processor time of the two together. */
  Reading read() throws IOException {
    Reading here = Reading.ofLine(sender.ask("read"));
    Reading there = Reading.ofLine(receiver.ask("read"));
    return new Reading(there.nanos(), here.cpuNanos() + there.cpuNanos(), there.messages());
  }

  /** Stops the flow and says what was wrong with it; nothing, hopefully. */
  List<String> stop() throws IOException {
    Closing sent = Closing.ofLine(sender.ask("stop"));
    Closing received = Closing.ofLine(receiver.ask("stop"));
    List<String> faults = new ArrayList<>();
    if (sent.messages() != received.messages()) {
      faults.add(sent.messages() + " messages sent, " + received.messages() + " received");
    }
    if (!sent.sound() || !received.sound()) {
      faults.add("what was received is not what was sent");
    }
    if (sent.dropped() + received.dropped() > 0) {
      faults.add(sent.dropped() + received.dropped() + " messages dropped");
    }
    if (!sent.peer().equals(receiverId) || !received.peer().equals(senderId)) {
      faults.add("an end was not authenticated by the other");
    }
    return faults;
  }

  @Override
  public void close() {
    sender.close();
    receiver.close();
  }
}
