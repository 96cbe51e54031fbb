/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reactorp2p.core.handshake.Objection;
import org.reactorp2p.pool.acl.AccessList;
import org.reactorp2p.pool.acl.GreylistConfig;
import org.reactorp2p.pool.acl.Offence;
import org.reactorp2p.pool.event.Refusal;

/** {@code docs/security.md} says what the code does, and names tests that exist. */
class SecurityPageTest {

  private static final Path ROOT = Path.of("..");

  /** A test, and the rows it is named for, if any: {@code `OffenceTest` (H-12, P-11)}. */
  private static final Pattern NAMED =
      Pattern.compile("`(\\w+(?:Test|IT))`(?:,? \\(?((?:[A-Z]-[0-9]{2}(?:, )?)+)\\)?)?");

  private final String page = read(ROOT.resolve("docs/security.md"));

  @Test
  void its_table_of_offences_is_the_codes() {
    List<String> rows =
        Arrays.stream(Offence.values())
            .map(
                row ->
                    "| %s | %s | %s |"
                        .formatted(
                            row.name(),
                            row.penalty().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            row.why()))
            .toList();
    assertThat(page.lines().filter(line -> line.matches("\\| [A-Z_]+ \\| [a-z ]+ \\|.*")))
        .containsSequence(rows);
  }

  @Test
  void it_speaks_of_every_refusal() {
    assertThat(Arrays.stream(Refusal.values()).map(Enum::name)).allMatch(page::contains);
    assertThat(
            Arrays.stream(Objection.values())
                .filter(objection -> objection != Objection.SHUTTING_DOWN)
                .map(Enum::name))
        .allMatch(page::contains);
  }

  @Test
  void its_numbers_are_the_defaults() {
    GreylistConfig greylist = GreylistConfig.DEFAULT;
    assertThat(page)
        .contains(
            String.format(
                Locale.ROOT,
                "At most %,d bans and %,d trusted",
                AccessList.MAX_BANS,
                AccessList.MAX_TRUSTED))
        .contains(
            String.format(
                Locale.ROOT,
                "at most %,d addresses and %,d ids",
                greylist.maxAddresses(),
                greylist.maxPeers()));
    assertThat(greylist.addressTime()).hasMinutes(10);
    assertThat(greylist.peerTime()).hasDays(1);
    assertThat(AccessConfig.DEFAULT.keptForTrusted()).isEqualTo(8);
  }

  @Test
  void the_tests_it_names_exist_and_have_these_rows() {
    List<MatchResult> named = NAMED.matcher(page).results().toList();
    assertThat(named).hasSizeGreaterThan(20);
    for (MatchResult match : named) {
      String source = read(sourceOf(match.group(1)));
      for (String row :
          Optional.ofNullable(match.group(2)).map(s -> s.split(", ")).orElse(new String[0])) {
        Matcher method = Pattern.compile("void \\w*" + row.replace('-', '_') + "_").matcher(source);
        assertThat(method.find()).as("%s has a test of %s", match.group(1), row).isTrue();
      }
    }
  }

  private static Path sourceOf(String test) {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.endsWith(test + ".java"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("there is no " + test));
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
