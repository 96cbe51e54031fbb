/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactorp2p.core.wire.WireReader;
import org.reactorp2p.core.wire.WireWriter;

class PieceTest {

  private static byte[] file(int length) {
    byte[] file = new byte[length];
    new Random(length).nextBytes(file);
    return file;
  }

  @ParameterizedTest
  @CsvSource({"0, 10, 1", "1, 10, 1", "10, 10, 1", "11, 10, 2", "1000, 1, 1000"})
  void a_file_is_cut_into_as_many_pieces_as_it_takes(int length, int size, int pieces) {
    List<Piece> cut = Piece.cut(file(length), size, 3);

    assertThat(cut).hasSize(pieces).allMatch(piece -> piece.origin() == 3);
    assertThat(cut.stream().mapToInt(piece -> piece.bytes().length).sum()).isEqualTo(length);
  }

  @Test
  void pieces_in_any_order_and_twice_give_the_digest_of_the_file() {
    byte[] file = file(997);
    for (long seed = 1; seed <= 20; seed++) {
      List<Piece> pieces = new ArrayList<>(Piece.cut(file, 10, 0));
      pieces.addAll(List.copyOf(pieces));
      Collections.shuffle(pieces, new Random(seed));
      Harvest harvest = new Harvest();

      long fresh = pieces.stream().filter(harvest::take).count();

      assertThat(fresh).as("seed %d", seed).isEqualTo(100);
      assertThat(harvest.complete()).isEqualTo(1);
      assertThat(harvest.bytes()).isEqualTo(997);
      assertThat(harvest.digests()).as("seed %d", seed).containsExactly(FileDigest.of(file));
    }
  }

  @Test
  void a_missing_piece_leaves_the_file_incomplete_and_a_changed_one_shows() {
    byte[] file = file(100);
    List<Piece> pieces = Piece.cut(file, 30, 1);
    Harvest missing = new Harvest();
    pieces.subList(1, 4).forEach(missing::take);
    assertThat(missing.complete()).isZero();
    assertThat(missing.digests()).isEmpty();

    file[50] ^= 1;
    Harvest changed = new Harvest();
    Piece.cut(file, 30, 1).forEach(changed::take);
    file[50] ^= 1;
    assertThat(changed.digests()).hasSize(1).doesNotContain(FileDigest.of(file));
  }

  @Test
  void a_piece_of_a_file_of_another_length_is_not_taken() {
    Harvest harvest = new Harvest();
    harvest.take(new Piece(1, 0, 2, new byte[3]));

    assertThat(harvest.take(new Piece(1, 1, 3, new byte[3]))).isFalse();
    assertThat(harvest.take(new Piece(2, 1, 3, new byte[3]))).isTrue();
  }

  @Test
  void a_piece_survives_the_wire() {
    PieceCodec codec = new PieceCodec();
    for (Piece piece : Piece.cut(file(100), 33, 0xffff)) {
      WireWriter out = new WireWriter(codec.maxBodyLength(codec.tag(piece)));
      codec.encodeBody(piece, out);
      assertThat(codec.knows(codec.tag(piece))).isTrue();
      assertThat(codec.decodeBody(codec.tag(piece), WireReader.of(out.toBytes()))).isEqualTo(piece);
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 1", "65536, 0, 1", "0, -1, 1", "0, 1, 1", "0, 0, 0", "0, 0, -1"})
  void a_piece_that_cannot_be_is_refused(int origin, int index, int count) {
    assertThatThrownBy(() -> new Piece(origin, index, count, new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
