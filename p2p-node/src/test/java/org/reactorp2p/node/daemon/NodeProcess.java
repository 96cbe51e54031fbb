/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.daemon;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** {@code p2p} in a JVM of its own, whose lines a test reads one after the other. */
final class NodeProcess implements AutoCloseable {

  private static final int PATIENCE = 30; // seconds, between two lines
  private static final String END = new String("the end"); // by identity

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final BufferedWriter in;
  private final Path err;
  private final List<String> read = new ArrayList<>();
  private int forgotten; // of those

  private NodeProcess(Process process, Path err) {
    this.process = process;
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    this.err = err;
    var reader = new Thread(this::readAll, "reads a node");
    reader.setDaemon(true);
    reader.start();
  }

  static NodeProcess start(Path directory, String... args) {
    try {
      Path err = Files.createTempFile(directory, "node", ".err");
      List<String> command = new ArrayList<>();
      command.add(
          System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m"));
      command.addAll(flagsOfTheLauncher());
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add("org.reactorp2p.node.cli.Main");
      command.addAll(List.of(args));
      return new NodeProcess(new ProcessBuilder(command).redirectError(err.toFile()).start(), err);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Those that keep the JDK from printing warnings about what Netty does. */
  private static List<String> flagsOfTheLauncher() {
    return Runtime.version().feature() < 23
        ? List.of()
        : List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
  }

  private void readAll() {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      out.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException closed) {
      // it was ended by force
    } finally {
      lines.add(END);
    }
  }

  /** The next line that contains the words; blocks until it comes, or fails after a while. */
  String lineWith(String words) {
    try {
      for (String line; (line = lines.poll(PATIENCE, TimeUnit.SECONDS)) != null && line != END; ) {
        read.add(line);
        if (line.contains(words)) {
          return line;
        }
      }
      throw new AssertionError("no line with '" + words + "' in " + read + ", " + errors());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException given) {
      throw new AssertionError("no line with '" + words + "' in time in " + read, given);
    }
  }

  /**
   * The next line that has all these pieces, in any order, or one that came since the last {@link
   * #forget}; blocks until it comes, or fails at the end.
   */
  String lineWith(List<String> pieces) {
    for (String line : read.subList(forgotten, read.size())) {
      if (pieces.stream().allMatch(line::contains)) {
        return line;
      }
    }
    String line = lineWith("");
    while (!pieces.stream().allMatch(line::contains)) {
      line = lineWith("");
    }
    return line;
  }

  /** Whatever was read by now is not found any more. */
  void forget() {
    forgotten = read.size();
  }

  /** Writes lines to its standard input. */
  void type(String... lines) {
    try {
      for (String line : lines) {
        in.write(line);
        in.newLine();
      }
      in.flush();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Ends its standard input. */
  void endInput() {
    try {
      in.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** SIGTERM. Not Process.destroy(), which closes the streams that are still to be read. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** Its exit status, when it has ended. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end");
    }
    return process.exitValue();
  }

  String errors() throws IOException {
    return Files.readString(err);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
