/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.process;

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

/**
 * Another process that measures: it reads orders from its standard input, answers each with a line
 * on its standard output, and ends when its input does.
 */
public final class Child implements AutoCloseable {

  private final Process process;
  private final Path errors;
  private final PrintWriter orders;
  private final BufferedReader answers;

  private Child(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts one on this JDK, with the flags of this JVM and some more.
   *
   * @param main a class with a main method that obeys
   * @param arguments for that method
   */
  public static Child start(Class<?> main, List<String> flags, String... arguments)
      throws IOException {
    // Read only when something fails: the JVM says a word there about incubator modules.
    Path errors = Files.createTempFile("p2p-bench", ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new Child(
        new ProcessBuilder(command).redirectError(Redirect.to(errors.toFile())).start(), errors);
  }

  /**
   * Gives an order and waits for its answer.
   *
   * @throws WorkFailedException with its last words if it died
   */
  public String ask(String order) throws IOException {
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
