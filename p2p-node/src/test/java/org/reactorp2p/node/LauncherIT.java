/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a house of cardboard: the JDK and Maven are scripts that say how they were
 * called, so that a test takes milliseconds and touches nothing of the real build.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class LauncherIT {

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  @TempDir Path directory;
  private Path root;
  private Path launcher;

  private record Run(int status, String out, String err) {}

  @BeforeEach
  void buildTheHouse() throws IOException {
    root = Files.createDirectory(directory.resolve("a house with blanks")).toRealPath();
    launcher = script(root.resolve("p2p"), Files.readString(Path.of("..", "p2p")));
    for (String module : List.of("p2p-node", "p2p-bench")) {
      touch(root.resolve(module + "/src/main/java/Some.java"), LONG_AGO);
      touch(root.resolve(module + "/target/" + module + "-0.1.0.jar"), Instant.now());
    }
    Files.createDirectories(root.resolve("p2p-bench/target/lib"));
    touch(root.resolve("pom.xml"), LONG_AGO);
    touch(root.resolve("target/p2p.built"), Instant.now());
  }

  private static Path touch(Path file, Instant at) throws IOException {
    Files.createDirectories(file.getParent());
    if (Files.notExists(file)) {
      Files.createFile(file);
    }
    return Files.setLastModifiedTime(file, FileTime.from(at));
  }

  private static Path script(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** A JDK whose java prints its arguments, one per line, and ends with 7. */
  private Path jdk(String version) throws IOException {
    Path home = directory.resolve("jdk " + version);
    script(home.resolve("bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$0\" \"$@\"\nexit 7\n");
    script(home.resolve("bin/javac"), "#!/bin/sh\n");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private Run run(Path program, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(args));
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("P2P_JVM_ARGS");
    builder.environment().remove("P2P_MAVEN_ARGS");
    builder.environment().putAll(environment);
    int status = builder.start().waitFor();
    return new Run(
        status,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  @Test
  void becomes_the_java_of_java_home_with_its_exit_status_and_arguments() throws Exception {
    Path jdk = jdk("25.0.3");

    Run run = run(launcher, Map.of("JAVA_HOME", jdk.toString()), "node", "--send", "a b", "*");

    assertThat(run.status()).isEqualTo(7);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .startsWith(jdk.resolve("bin/java").toString())
        .contains("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED")
        .contains("-Dp2p.home=" + root)
        .endsWith("org.reactorp2p.node.cli.Main", "node", "--send", "a b", "*");
  }

  @Test
  void gives_an_older_jdk_only_the_flags_it_knows() throws Exception {
    Run run =
        run(launcher, Map.of("JAVA_HOME", jdk("17.0.15").toString(), "P2P_JVM_ARGS", "-Xmx1g"));

    assertThat(run.out())
        .contains("--add-exports", "-Xmx1g")
        .doesNotContain("--sun-misc-unsafe-memory-access", "--enable-native-access");
  }

  @Test
  void is_found_through_a_symbolic_link() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("link"), launcher);

    assertThat(run(link, Map.of("JAVA_HOME", jdk("17").toString())).out())
        .contains("-Dp2p.home=" + root);
  }

  @Test
  void a_java_home_that_is_too_old_is_named_and_another_is_looked_for() throws Exception {
    Path old = jdk("11.0.2");

    Run run = run(launcher, Map.of("JAVA_HOME", old.toString()), "--version");

    // What comes after depends on the JDKs of this machine.
    assertThat(run.err().lines().findFirst().orElseThrow())
        .contains(old.toString())
        .contains("no JDK 17 or later");
    assertThat(run.out()).doesNotContain(old.toString());
  }

  @Test
  void a_source_newer_than_the_build_is_built_first_and_a_test_is_not() throws Exception {
    Map<String, String> environment = withMaven("touch \"$PWD/maven was here\"");

    touch(root.resolve("p2p-node/src/test/java/Some.java"), Instant.now().plusSeconds(60));
    assertThat(run(launcher, environment).err()).isEmpty();
    assertThat(root.resolve("maven was here")).doesNotExist();

    touch(root.resolve("p2p-node/src/main/java/Some.java"), Instant.now().plusSeconds(60));
    Run run = run(launcher, environment);
    assertThat(run.status()).isEqualTo(7);
    assertThat(run.err()).hasLineCount(1).startsWith("p2p: building");
    assertThat(root.resolve("maven was here")).exists();
  }

  @Test
  void a_build_that_fails_says_why_and_runs_nothing() throws Exception {
    touch(root.resolve("pom.xml"), Instant.now().plusSeconds(60));

    Run run = run(launcher, withMaven("echo '[ERROR] no such thing'; exit 1"));

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("[ERROR] no such thing", "the build failed", "p2p-build.log");
  }

  private Map<String, String> withMaven(String body) throws IOException {
    Path bin = script(directory.resolve("bin/mvn"), "#!/bin/sh\n" + body + "\n").getParent();
    return Map.of("JAVA_HOME", jdk("17.0.1").toString(), "PATH", bin + ":" + System.getenv("PATH"));
  }
}
