/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactorp2p.crypto.hash.Blake2b;
import org.reactorp2p.pool.store.PeerBookException.Problem;

class PeerBookTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final long SEED = 20_260_101;

  @TempDir Path temporary;
  private Path directory;
  private DataDirectory data;
  private PeerBook book;

  @BeforeEach
  void open() throws PeerBookException {
    directory = temporary.resolve("data");
    data = DataDirectory.open(directory);
    book = data.peerBook();
  }

  @AfterEach
  void close() {
    data.close();
  }

  @Test
  void what_was_written_is_read_whatever_it_is() throws Exception {
    for (long seed = SEED; seed < SEED + 20; seed++) {
      PeerBookContent content = new RandomBook(seed).content(5);
      book.write(content, NOON);
      assertThat(book.read())
          .as("seed %d", seed)
          .isEqualTo(new PeerBook.Reading(content, Optional.empty()));
    }
    assertThat(Files.getPosixFilePermissions(directory.resolve(PeerBook.CURRENT)))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void a_new_directory_has_an_empty_book() throws Exception {
    assertThat(book.read())
        .isEqualTo(new PeerBook.Reading(PeerBookContent.EMPTY, Optional.empty()));
  }

  @Test
  void T_01_a_process_that_ended_between_the_renames_leaves_the_old_book() throws Exception {
    PeerBookContent old = new RandomBook(SEED).content(2);
    book.write(old, NOON);
    Files.move(directory.resolve(PeerBook.CURRENT), directory.resolve(PeerBook.PREVIOUS));
    Files.write(directory.resolve("peers.book.new"), new byte[] {'{'});
    assertThat(book.read()).isEqualTo(new PeerBook.Reading(old, Optional.empty()));

    PeerBookContent next = new RandomBook(SEED + 1).content(2);
    book.write(next, NOON);
    assertThat(book.read().content()).isEqualTo(next);
  }

  @Test
  void T_02_a_book_cut_off_anywhere_or_ending_in_zeros_is_put_aside_for_the_one_before()
      throws Exception {
    PeerBookContent old = new RandomBook(SEED).content(1);
    book.write(old, NOON);
    book.write(new RandomBook(SEED + 1).content(1), NOON);
    byte[] whole = Files.readAllBytes(directory.resolve(PeerBook.CURRENT));
    for (int length = 0; length < whole.length; length += 7) {
      assertFallsBack(Arrays.copyOf(whole, length), old);
      byte[] zeros = whole.clone();
      Arrays.fill(zeros, length, zeros.length, (byte) 0);
      assertFallsBack(zeros, old);
    }
  }

  @Test
  void T_03_no_flipped_bit_is_believed() throws Exception {
    PeerBookContent old = new RandomBook(SEED).content(1);
    book.write(old, NOON);
    byte[] whole = BookText.encode(new RandomBook(SEED + 1).content(1), NOON);
    var random = new Random(SEED);
    for (int i = 0; i < 100_000; i++) {
      int at = random.nextInt(whole.length);
      int bit = 1 << random.nextInt(8);
      whole[at] ^= (byte) bit;
      assertThat(isRefused(whole)).as("bit %d of byte %d, seed %d", bit, at, SEED).isTrue();
      whole[at] ^= (byte) bit;
    }
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 1;
    assertFallsBack(flipped, old);
  }

  private static boolean isRefused(byte[] text) throws BookText.NewerException {
    try {
      BookText.decode(text);
      return false;
    } catch (IllegalArgumentException refused) {
      return true;
    }
  }

  private void assertFallsBack(byte[] damaged, PeerBookContent old) throws Exception {
    Path current = directory.resolve(PeerBook.CURRENT);
    Files.write(directory.resolve(PeerBook.PREVIOUS), BookText.encode(old, NOON));
    Files.write(current, damaged);
    PeerBook.Reading reading = book.read();
    assertThat(reading.content()).isEqualTo(old);
    assertThat(reading.warning()).get().asString().contains(current.toString(), "damaged");
    assertThat(Files.readAllBytes(directory.resolve(PeerBook.DAMAGED))).isEqualTo(damaged);
    assertThat(current).doesNotExist();
  }

  @Test
  void two_damaged_books_are_an_error_and_not_a_fresh_start() throws Exception {
    Files.write(directory.resolve(PeerBook.CURRENT), new byte[] {1});
    assertThatThrownBy(() -> book.read()).hasMessageContaining("there is none before it");
    Files.write(directory.resolve(PeerBook.PREVIOUS), new byte[] {2});
    PeerBookException failure = catchThrowableOfType(PeerBookException.class, () -> book.read());
    assertThat(failure.problem()).isEqualTo(Problem.DAMAGED);
    assertThat(failure)
        .hasMessageContaining("bans and trust included")
        .hasMessageContaining(directory.resolve(PeerBook.CURRENT).toString());
    assertThat(directory.resolve(PeerBook.CURRENT)).exists();
  }

  @Test
  void T_04_a_disk_that_takes_nothing_leaves_the_old_book() throws Exception {
    PeerBookContent old = new RandomBook(SEED).content(2);
    book.write(old, NOON);
    // A directory of that name: even the superuser, for whom no permission counts, cannot write.
    Path obstacle = Files.createDirectories(directory.resolve("peers.book.new").resolve("full"));
    PeerBookException failure =
        catchThrowableOfType(
            PeerBookException.class, () -> book.write(new RandomBook(1).content(2), NOON));
    assertThat(failure.problem()).isEqualTo(Problem.UNWRITABLE);
    assertThat(book.read().content()).isEqualTo(old);
    Files.delete(obstacle);
    Files.delete(obstacle.getParent());
    book.write(PeerBookContent.EMPTY, NOON);
    assertThat(book.read().content()).isEqualTo(PeerBookContent.EMPTY);
  }

  @Test
  void T_05_a_book_that_is_too_long_too_deep_or_says_things_twice_is_refused() throws Exception {
    try (var file =
        FileChannel.open(
            directory.resolve(PeerBook.CURRENT),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(new byte[1]), 1L << 30); // a hole of a gibibyte
    }
    PeerBookException failure = catchThrowableOfType(PeerBookException.class, () -> book.read());
    assertThat(failure.problem()).isEqualTo(Problem.TOO_LARGE);

    refused("{\"point\":" + "[".repeat(1000) + "]".repeat(1000) + "}");
    refused("{\"trust\":\"1.2.3.4:5\",\"trust\":\"1.2.3.4:6\"}");
    refused("{\"ban\":\"1.2.3.4\",\"reason\":\"\",\"author\":\"\",\"since\":\"NaN\"}");
    refused("{\"trust\":\"example.org:9732\"}");
    refused("{\"unknown\":\"" + "x".repeat(200_000) + "\"}");
  }

  @Test
  void T_08_a_planted_book_is_read_as_if_it_came_from_the_network() throws Exception {
    // A digest is no secret: whoever plants a book makes it fit.
    refused("{\"peer\":\"id\",\"created\":\"2026-01-01T00:00:00Z\"}");
    refused("{\"point\":\"1.2.3.4:99999\",\"source\":\"SURE\"}");
    refused("{\"greylist\":{\"java\":\"lang.Runtime\"}}");
    refused("{\"trust\":[\"1.2.3.4:5\"]}");
  }

  @Test
  void fields_and_lines_of_other_versions_are_passed_over() throws Exception {
    String text =
        "{\"format\":\"reactor-p2p peer book\",\"version\":1,\"mood\":\"fine\"}\n"
            + "{\"colour\":\"blue\"}\n"
            + "{\"trust\":\"1.2.3.4:5\",\"because\":{\"of\":[1]}}\n";
    assertThat(BookText.decode(signed(text)).access().trusted()).hasSize(1);
  }

  @Test
  void a_book_of_a_later_version_is_left_alone() throws Exception {
    Path current = directory.resolve(PeerBook.CURRENT);
    Files.write(current, signed("{\"format\":\"reactor-p2p peer book\",\"version\":2}\n"));
    PeerBookException failure = catchThrowableOfType(PeerBookException.class, () -> book.read());
    assertThat(failure.problem()).isEqualTo(Problem.FROM_THE_FUTURE);
    assertThat(current).exists();
  }

  @Test
  void a_link_is_not_followed() throws IOException {
    Path elsewhere = Files.write(temporary.resolve("elsewhere"), new byte[0]);
    Files.createSymbolicLink(directory.resolve(PeerBook.CURRENT), elsewhere);
    PeerBookException failure = catchThrowableOfType(PeerBookException.class, () -> book.read());
    assertThat(failure.problem()).isEqualTo(Problem.UNREADABLE);
  }

  @Test
  void T_06_a_second_node_on_the_same_directory_is_refused_until_the_first_is_gone()
      throws Exception {
    PeerBookException failure =
        catchThrowableOfType(PeerBookException.class, () -> DataDirectory.open(directory).close());
    assertThat(failure.problem()).isEqualTo(Problem.IN_USE);
    assertThat(failure).hasMessageContaining(directory.toString()).hasMessageContaining("in use");
    data.close();
    DataDirectory.open(directory).close();
  }

  @Test
  void a_directory_that_cannot_be_made_is_one_sentence() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
        .isInstanceOf(PeerBookException.class)
        .hasMessageContaining(file.resolve("data").toString());
  }

  private static void refused(String line) {
    String head = "{\"format\":\"reactor-p2p peer book\",\"version\":1}\n";
    assertThatThrownBy(() -> BookText.decode(signed(head + line + "\n")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] signed(String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String digest = HexFormat.of().formatHex(Blake2b.hash(32, body));
    return (text + "{\"blake2b\":\"" + digest + "\"}\n").getBytes(StandardCharsets.UTF_8);
  }
}
