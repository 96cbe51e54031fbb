/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.reactorp2p.node.cli.BadInputException;

/** A file of vectors in which one digit was changed does not pass; exhaustive as DamageTest is. */
class VectorDamageTest {

  private static final boolean EXHAUSTIVE = Boolean.getBoolean("replay.exhaustive");
  private static final long SEED = Long.getLong("replay.seed", 20_261_122L);
  private static final int SAMPLE = 80;

  /**
   * Words about the file and its entries; secret keys, which X25519 reads in part; and bytes that
   * are refused, or merely counted (points of a Nack, hashes of a BigPing), and go on being so.
   */
  private static final Pattern FREE =
      Pattern.compile(
          "/(source|endianness|.*/(case|name|error|verdict|secret_key\\w*)"
              + "|nack_many_points/.*/hex|p2p_message/10/hex|\\w+_decoding/.*/(hex|payload))");

  @Test
  void any_digit_changed_is_found() throws IOException, URISyntaxException {
    byte[] sound = Files.readAllBytes(Recordings.vectors());
    List<String> unnoticed = new ArrayList<>();
    for (Change change : changes(sound, new SplittableRandom(SEED))) {
      if (passes(change.applied(sound), groupOf(change))) {
        unnoticed.add(change.toString());
      }
    }
    assertThat(unnoticed).as("seed %d", SEED).isEmpty();
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

  private static String groupOf(Change change) {
    return change.token().path().split("/", -1)[1];
  }

  private static boolean passes(byte[] json, String group) {
    var report = new Report(new PrintWriter(new StringWriter()));
    try {
      Field root = JsonFile.parse(json);
      new Vectors(report).check("damaged", group, root.get(group));
    } catch (BadInputException noJson) {
      return false;
    }
    return report.conclude() == 0;
  }
}
