/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.event;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.reactorp2p.core.model.NackMotive;

/**
 * Words for meters and their tags. Each comes from a constant or from a type of a sealed family,
 * never from a text, so that there are as many as the code has, whatever peers send.
 */
public final class Words {

  /** Where there is nothing to say. */
  public static final String NONE = "none";

  /** What stands for every motive that nobody knows. */
  private static final String UNKNOWN = "unknown";

  private Words() {}

  /** {@code TIMED_OUT} is {@code timed_out}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Those of all constants. */
  public static List<String> all(Class<? extends Enum<?>> constants) {
    return Arrays.stream(constants.getEnumConstants()).map(Words::of).toList();
  }

  /** {@code PeerClosed} is {@code peer_closed}. */
  public static String of(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /** Those of all types of a sealed family, by the alphabet. */
  public static List<String> family(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses()).map(Words::of).sorted().toList();
  }

  /** A motive that the original knows has its own word. */
  public static String of(NackMotive motive) {
    return isKnown(motive) ? motive.toString().replace(' ', '_') : UNKNOWN;
  }

  /** Those of all motives. */
  public static List<String> motives() {
    return List.of(
        of(NackMotive.NO_MOTIVE),
        of(NackMotive.TOO_MANY_CONNECTIONS),
        of(NackMotive.UNKNOWN_CHAIN_NAME),
        of(NackMotive.DEPRECATED_P2P_VERSION),
        of(NackMotive.DEPRECATED_DISTRIBUTED_DB_VERSION),
        of(NackMotive.ALREADY_CONNECTED),
        UNKNOWN);
  }

  private static boolean isKnown(NackMotive motive) {
    return motive.code() >= NackMotive.NO_MOTIVE.code()
        && motive.code() <= NackMotive.ALREADY_CONNECTED.code();
  }
}
