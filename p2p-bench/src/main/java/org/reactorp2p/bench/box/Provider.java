/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.box;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.reactorp2p.bench.sodium.Sodium;
import org.reactorp2p.crypto.box.Boxes;

/** Who can seal. */
enum Provider {
  PLAIN,
  VECTOR,
  LIBSODIUM,
  BOUNCYCASTLE;

  /** Those that this JVM has. */
  static List<Provider> available() {
    return Stream.of(values()).filter(Provider::isHere).toList();
  }

  static Provider of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  private boolean isHere() {
    return switch (this) {
      case PLAIN, BOUNCYCASTLE -> true;
      case VECTOR -> Boxes.vector().isPresent();
      case LIBSODIUM -> Sodium.load().isPresent();
    };
  }

  Sealing sealing(int length) {
    return switch (this) {
      case PLAIN -> new OwnSealing(Boxes.plain(), length);
      case VECTOR -> new OwnSealing(Boxes.named("vector"), length);
      case LIBSODIUM -> new SodiumSealing(Sodium.load().orElseThrow(), length);
      case BOUNCYCASTLE -> new BouncyCastleSealing(length);
    };
  }

  /** As it stands in tables, parameters and names of goals. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
