/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactorp2p.node.cli.BadInputException;

/**
 * A recording in which one digit was changed does not pass, and the place is told. Every digit is
 * tried with {@code -Dreplay.exhaustive=true}, a hundred and fifty per recording without.
 */
class DamageTest {

  private static final boolean EXHAUSTIVE = Boolean.getBoolean("replay.exhaustive");
  private static final long SEED = Long.getLong("replay.seed", 20_261_122L);
  private static final int SAMPLE = 150;

  /** What nothing else in a recording follows from. */
  private static final Pattern FREE =
      Pattern.compile(
          "/(source|notes|scenario|log/.*|segments/\\d+/0"
              + "|.*/(listening_port|max_connections|proof_of_work_difficulty_required))");

  static Stream<Path> sessions() throws IOException, URISyntaxException {
    return Recordings.sessions().stream();
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void any_digit_changed_is_found_and_its_place_told(Path session) throws IOException {
    byte[] sound = Files.readAllBytes(session);
    var random = new SplittableRandom(SEED);
    List<String> unnoticed = new ArrayList<>();
    for (Change change : changes(sound, random)) {
      Optional<String> found = complaint(change.applied(sound));
      if (found.isEmpty()) {
        unnoticed.add(change.toString());
      } else {
        assertThat(found.get()).contains(": ");
      }
    }
    assertThat(unnoticed).as("seed %d", SEED).isEmpty();
  }

  private static Optional<String> complaint(byte[] json) {
    try {
      new SessionCheck(1).check(JsonFile.parse(json));
      return Optional.empty();
    } catch (Difference | BadInputException found) {
      return Optional.ofNullable(found.getMessage());
    }
  }

  private static List<Change> changes(byte[] json, SplittableRandom random) throws IOException {
    List<Change> changes = new ArrayList<>();
    for (Token token : Token.of(json)) {
      for (int i = 0; i < token.length() && !FREE.matcher(token.path()).matches(); i++) {
        changes.add(Change.at(token, i, json, random));
      }
    }
    while (!EXHAUSTIVE && changes.size() > SAMPLE) {
      changes.remove(random.nextInt(changes.size()));
    }
    return changes;
  }
}
