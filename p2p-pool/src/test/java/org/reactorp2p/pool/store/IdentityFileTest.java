/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.ProofOfWorkStamp;
import org.reactorp2p.crypto.identity.SecretKey;
import org.reactorp2p.pool.store.IdentityFileException.Problem;

/**
 * Alice is the example identity of the protocol notes; her stamp passes difficulty 26 (27 bits).
 */
class IdentityFileTest {

  private static final String SECRET =
      "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
  private static final String PUBLIC =
      "8f40c5adb68f25624ae5b214ea767a6ec94d829d3d7b5e1ad1ba6f3e2138285f";
  private static final String BOBS_PUBLIC =
      "358072d6365880d1aeea329adf9121383851ed21a28e3b75e965d0d2cd166254";
  private static final String PEER_ID = "idrAta9tLVKFCVMECJb62aQXbEBYBo";
  private static final String BOBS_PEER_ID = "idtmyrRaSJoGEDSNDzavFMF2igZMjG";
  private static final String STAMP = "000000000000000000000000000000000000000005aa68d3";

  @TempDir Path directory;
  private Path path;

  @BeforeEach
  void nameTheFile() {
    path = directory.resolve("identity.json");
  }

  private static String json(String peerId, String publicKey, String secretKey, String stamp) {
    return """
        { "peer_id": "%s", "public_key": "%s",
          "secret_key": "%s", "proof_of_work_stamp": "%s" }
        """
        .formatted(peerId, publicKey, secretKey, stamp);
  }

  private static String alice() {
    return json(PEER_ID, PUBLIC, SECRET, STAMP);
  }

  private void store(String text) throws IOException {
    store(text.getBytes(StandardCharsets.UTF_8));
  }

  private void store(byte[] text) throws IOException {
    Files.deleteIfExists(path);
    Files.createFile(
        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(path, text);
  }

  private Problem problemOfReading(Difficulty demanded) {
    IdentityFileException failure =
        catchThrowableOfType(
            IdentityFileException.class, () -> IdentityFile.at(path).read(demanded).close());
    assertThat(failure).isNotNull();
    assertThat(failure).hasMessageContaining(path.toString()).hasNoCause();
    assertThat(failure.getMessage()).doesNotContain(SECRET).doesNotContain(SECRET.substring(0, 8));
    return failure.problem();
  }

  private Problem problemOfReading() {
    return problemOfReading(Difficulty.NONE);
  }

  @Test
  void reads_what_octez_writes() throws Exception {
    store(alice());

    try (Identity alice = IdentityFile.at(path).read(Difficulty.of(26))) {
      assertThat(alice.peerId()).hasToString(PEER_ID);
      assertThat(alice.publicKey().toHex()).isEqualTo(PUBLIC);
      assertThat(alice.stamp().toHex()).isEqualTo(STAMP);
      assertThat(HexFormat.of().formatHex(alice.secretKey().toBytes())).isEqualTo(SECRET);
    }
  }

  @Test
  void reads_the_three_fields_of_betanet_and_ignores_what_it_does_not_know() throws Exception {
    store(
        "{\"future\": [1, {\"a\": null}], \"public_key\": \"%s\", \"secret_key\": \"%s\", \"proof_of_work_stamp\": \"%s\"}"
            .formatted(PUBLIC, SECRET, STAMP));

    try (Identity alice = IdentityFile.at(path).read()) {
      assertThat(alice.peerId()).hasToString(PEER_ID);
    }
  }

  @Test
  void writes_what_it_reads_for_the_owner_alone_and_leaves_nothing_else() throws Exception {
    try (Identity alice =
        Identity.of(SecretKey.of(HexFormat.of().parseHex(SECRET)), ProofOfWorkStamp.ofHex(STAMP))) {
      IdentityFile.at(path).write(alice);
    }

    assertThat(Files.readString(path)).isEqualToIgnoringWhitespace(alice()).endsWith("}\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(directory)
        .isDirectoryContaining(path::equals)
        .isDirectoryNotContaining("glob:**new");
    IdentityFile.at(path).read(Difficulty.of(26)).close();
  }

  @Test
  void never_overwrites() throws Exception {
    store("precious");
    IdentityFile file = IdentityFile.at(path);

    try (Identity alice =
        Identity.of(SecretKey.of(HexFormat.of().parseHex(SECRET)), ProofOfWorkStamp.ofHex(STAMP))) {
      assertThatThrownBy(() -> file.write(alice)).hasMessageContaining("never overwritten");
    }

    assertThatThrownBy(file::requireVacant)
        .isInstanceOfSatisfying(
            IdentityFileException.class, e -> assertThat(e.problem()).isEqualTo(Problem.EXISTS));
    assertThat(path).hasContent("precious");
  }

  @Test
  void a_directory_that_is_not_there_is_named_before_any_mining() {
    Path nowhere = directory.resolve("not/there/identity.json");

    assertThatThrownBy(() -> IdentityFile.at(nowhere).requireVacant())
        .isInstanceOf(IdentityFileException.class)
        .hasMessageContaining("there is no directory")
        .hasMessageContaining("create it first");
  }

  @Test
  void T_07_a_missing_file_is_refused() {
    assertThat(problemOfReading()).isEqualTo(Problem.NO_FILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-rw----", "rw--w----", "rw----r--", "rwxrwxrwx"})
  void T_07_a_file_open_to_others_is_refused(String mode) throws Exception {
    store(alice());
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));

    assertThat(problemOfReading()).isEqualTo(Problem.EXPOSED);
  }

  @Test
  void T_07_a_file_cut_at_any_byte_is_refused() throws Exception {
    byte[] whole = alice().strip().getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length; length++) {
      store(java.util.Arrays.copyOf(whole, length));
      assertThat(problemOfReading()).as("cut to %d bytes", length).isEqualTo(Problem.MALFORMED);
    }
  }

  @Test
  void T_07_a_peer_id_of_somebody_else_is_refused_before_the_keys_are_compared() throws Exception {
    store(json(BOBS_PEER_ID, PUBLIC, "ff".repeat(32), STAMP));

    assertThat(problemOfReading()).isEqualTo(Problem.PEER_ID_MISMATCH);
  }

  @Test
  void T_07_a_public_key_of_somebody_else_is_refused_before_the_work_is_weighed() throws Exception {
    store(json(BOBS_PEER_ID, BOBS_PUBLIC, SECRET, "00".repeat(24)));

    assertThat(problemOfReading(Difficulty.of(26))).isEqualTo(Problem.KEYS_MISMATCH);
  }

  @Test
  void T_07_too_little_proof_of_work_is_refused_only_where_work_is_demanded() throws Exception {
    store(alice());

    assertThat(problemOfReading(Difficulty.of(28))).isEqualTo(Problem.INSUFFICIENT_PROOF_OF_WORK);
    IdentityFile.at(path).read().close();
  }

  @Test
  void T_07_symbolic_links_and_directories_are_refused() throws Exception {
    Path real = directory.resolve("real.json");
    store(alice());
    Files.move(path, real);
    Files.createSymbolicLink(path, real);
    assertThat(problemOfReading()).isEqualTo(Problem.NOT_A_REGULAR_FILE);

    Files.delete(path);
    Files.createDirectory(path);
    assertThat(problemOfReading()).isEqualTo(Problem.NOT_A_REGULAR_FILE);
  }

  @Test
  void T_07_a_huge_file_is_refused_without_reading_it_all() throws Exception {
    store(alice() + " ".repeat(GuardedFile.MAX_LENGTH));

    assertThat(problemOfReading()).isEqualTo(Problem.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"text\"",
        "{}",
        "{\"public_key\": 7}",
        "{\"public_key\": [\"a\"]}",
        "{\"a\": [[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}",
        "{\"public_key\": NaN}",
        "\u0000\u0000"
      })
  void T_07_anything_else_than_an_identity_is_refused(String text) throws Exception {
    store(text);

    assertThat(problemOfReading()).isEqualTo(Problem.MALFORMED);
  }

  @Test
  void T_07_duplicate_keys_bad_digits_and_trailing_text_are_refused() throws Exception {
    String alice = alice().strip();
    String[] damaged = {
      alice.replaceFirst("\\{", "{\"secret_key\": \"" + "00".repeat(32) + "\","),
      alice.replace(SECRET, SECRET.substring(1)),
      alice.replace(SECRET, "zz" + SECRET.substring(2)),
      alice.replace(SECRET, "é" + SECRET.substring(1)),
      alice.replace("\"" + SECRET + "\"", SECRET),
      alice.replace(PEER_ID, PEER_ID.replace('r', 's')),
      alice + "x",
      alice + alice,
    };
    for (String text : damaged) {
      store(text);
      assertThat(problemOfReading()).as(text).isEqualTo(Problem.MALFORMED);
    }
    store(alice.getBytes(StandardCharsets.UTF_16));
    assertThatThrownBy(() -> IdentityFile.at(path).read(Difficulty.of(256)))
        .isInstanceOf(IdentityFileException.class);
    store(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});
    assertThat(problemOfReading()).isEqualTo(Problem.MALFORMED);
  }
}
