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

  /** One byte becomes another. */
  private record Change(Token token, int index, byte value) {

    private static final String DIGITS = "0123456789abcdef";
    private static final String CLAMPED_FIRST = "/secret_key:1";
    private static final String CLAMPED_LAST = "/secret_key:62";

    static Change at(Token token, int index, byte[] json, SplittableRandom random) {
      byte old = json[token.from() + index];
      byte value;
      do {
        value = (byte) DIGITS.charAt(random.nextInt(DIGITS.length()));
      } while (value == old || means(token, index, value) == means(token, index, old));
      return new Change(token, index, value);
    }

    /**
     * What a digit says: X25519 ignores three bits at one end of a secret key, two at the other.
     */
    private static int means(Token token, int index, byte digit) {
      int value = Character.digit(digit, 16);
      String place = token.path().replaceAll(".*(/secret_key)$", "$1") + ":" + index;
      return switch (place) {
        case CLAMPED_FIRST -> value & 0b1000;
        case CLAMPED_LAST -> value & 0b0011;
        default -> digit;
      };
    }

    byte[] applied(byte[] json) {
      byte[] changed = json.clone();
      changed[token.from() + index] = value;
      return changed;
    }

    @Override
    public String toString() {
      return token.path() + ":" + index + " to " + (char) value;
    }
  }
}
