/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.throughput;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.reactorp2p.node.cli.WorkFailedException;

/** The two processes of one stack, as seen by the process that asks them. */
final class Ends implements AutoCloseable {

  private final Child sender;
  private final Child receiver;

  private Ends(Child sender, Child receiver) {
    this.sender = sender;
    this.receiver = receiver;
  }

  /** Starts both, on this JDK, with the flags of this JVM and those of the stack. */
  static Ends start(Stack stack) throws IOException {
    Child sender = Child.start(stack);
    try {
      return new Ends(sender, Child.start(stack));
    } catch (IOException failed) {
      sender.close();
      throw failed;
    }
  }

  /** Connects them; from now on messages flow. */
  void connect(Payload payload) throws IOException {
    String port = receiver.ask("listen " + payload.name());
    sender.ask("dial " + port + " " + payload.name());
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
    if (!sent.peer().equals(receiver.self) || !received.peer().equals(sender.self)) {
      faults.add("an end was not authenticated by the other");
    }
    return faults;
  }

  @Override
  public void close() {
    sender.close();
    receiver.close();
  }

  /** One process. */
  private static final class Child implements AutoCloseable {

    private final Process process;
    private final Path errors;
    private final PrintWriter orders;
    private final BufferedReader answers;
    private final String self;

    private Child(Process process, Path errors) throws IOException {
      this.process = process;
      this.errors = errors;
      this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
      this.answers = process.inputReader(StandardCharsets.UTF_8);
      this.self = ask("self");
    }

    static Child start(Stack stack) throws IOException {
      // Read only when something fails: the JVM says a word there about incubator modules.
      Path errors = Files.createTempFile("p2p-bench", ".log");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
      command.addAll(stack.flags());
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(End.class.getName(), stack.name()));
      return new Child(
          new ProcessBuilder(command).redirectError(Redirect.to(errors.toFile())).start(), errors);
    }

    String ask(String order) throws IOException {
      orders.println(order);
      String answer = answers.readLine();
      if (answer == null) {
        throw new WorkFailedException("a measured process died: " + lastWords());
      }
      return answer;
    }

    private String lastWords() throws IOException {
      List<String> lines = Files.readAllLines(errors);
      return lines.isEmpty() ? "it said nothing" : lines.get(0);
    }

    /** Closes its input, which ends it; where that does not help, ends it. */
    @Override
    public void close() {
      orders.close();
      try {
        if (!process.waitFor(2, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
        Files.deleteIfExists(errors);
      } catch (IOException unimportant) {
        // A stray file among the temporary ones.
      } catch (InterruptedException hurried) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
