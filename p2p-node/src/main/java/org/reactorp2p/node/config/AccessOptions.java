/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.config;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.pool.AccessConfig;
import org.reactorp2p.pool.acl.Ban;
import org.reactorp2p.pool.acl.BanTerms;
import org.reactorp2p.pool.acl.GreylistConfig;
import org.reactorp2p.pool.acl.Subject;
import org.reactorp2p.pool.acl.Trustee;
import org.reactorp2p.pool.peer.PeerAddress;
import picocli.CommandLine.Option;

/** The flags about whom to keep out and whom to trust. */
public final class AccessOptions {

  @Option(
      names = "--trusted",
      paramLabel = "POINT|ID",
      description =
          "Somebody to trust: a peer id, or HOST:PORT[#ID]. Whoever is given with --peer is trusted"
              + " too. May be repeated.")
  private List<String> trusted = List.of();

  @Option(
      names = "--ban",
      paramLabel = "SUBJECT",
      description =
          "Somebody to keep out, whoever trusts them: a peer id, an address, or a block such as"
              + " 192.0.2.0/24. May be repeated.")
  private List<String> banned = List.of();

  @Option(
      names = "--reserved-for-trusted",
      paramLabel = "N",
      defaultValue = "8",
      description = "How many places at most strangers leave free for trusted peers.")
  private int reserved;

  @Option(
      names = "--greylist-address-time",
      paramLabel = "TIME",
      defaultValue = "10m",
      converter = TimeConverter.class,
      description = "How long an address is kept out after an offence; 0s for not at all.")
  private Duration addressTime;

  @Option(
      names = "--greylist-peer-time",
      paramLabel = "TIME",
      defaultValue = "1d",
      converter = TimeConverter.class,
      description = "How long a peer is kept out after an offence; 0s for not at all.")
  private Duration peerTime;

  /**
   * All flags together; blocks while a name service is asked.
   *
   * @param now when the bans begin
   * @throws BadInputException with a sentence that names the flag
   */
  public AccessConfig toConfig(Instant now) {
    if (reserved < 0) {
      throw new BadInputException(
          "--reserved-for-trusted " + reserved + " cannot be used: give 0 or more");
    }
    return AccessConfig.DEFAULT
        .withKeptForTrusted(reserved)
        .withGreylist(greylist())
        .withTrusted(trusted.stream().map(AccessOptions::trustee).toList())
        .withBans(banned.stream().map(text -> ban(text, now)).toList());
  }

  private GreylistConfig greylist() {
    try {
      return GreylistConfig.DEFAULT.withTimes(addressTime, peerTime);
    } catch (IllegalArgumentException tooLong) {
      throw new BadInputException(
          "--greylist-address-time or --greylist-peer-time cannot be used: "
              + tooLong.getMessage());
    }
  }

  private static Trustee trustee(String text) {
    try {
      if (text.startsWith("id") && text.indexOf(':') < 0) {
        return Trustee.of(PeerId.parse(text));
      }
      PeerAddress address = PeerOption.parse(text).resolve();
      return new Trustee.Place(address.point(), address.expected());
    } catch (IllegalArgumentException notOne) {
      throw new BadInputException("--trusted cannot be used: " + notOne.getMessage());
    }
  }

  private static Ban ban(String text, Instant now) {
    try {
      return new BanTerms("--ban", "flag", Optional.empty()).on(Subject.parse(text), now);
    } catch (IllegalArgumentException notOne) {
      throw new BadInputException("--ban cannot be used: " + notOne.getMessage());
    }
  }
}
