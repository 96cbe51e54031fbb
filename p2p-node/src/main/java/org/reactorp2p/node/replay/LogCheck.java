/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reactorp2p.core.handshake.VersionChoice;
import org.reactorp2p.core.model.NetworkVersion;
import org.reactorp2p.crypto.identity.PeerId;

/**
 * What the two nodes reported, as far as it can be checked: the shape of a line, the names of
 * events, every peer id by its checksum, and the versions agreed on between these two. The rest is
 * prose about nodes and times that a recording does not show.
 */
final class LogCheck {

  private static final Pattern LINE =
      Pattern.compile("\\d+\\.\\d{1,9} (?<who>[a-z]\\w*) (?<what>\\S.*)", Pattern.DOTALL);
  private static final Pattern EVENT = Pattern.compile("event (?<name>\\w+)( .*)?");
  private static final Pattern PEER = Pattern.compile("\\bid[1-9A-HJ-NP-Za-km-z]{28}\\b");
  private static final Pattern AGREED =
      Pattern.compile(
          "connected peer=(?<peer>\\S+) negotiated=(?<chain>.*)\\.(?<ddb>\\d+) \\(p2p: (?<p2p>\\d+)\\)",
          Pattern.DOTALL);

  private static final Set<String> EVENTS =
      Set.of(
          "Too_few_connections",
          "Too_many_connections",
          "New_point",
          "New_peer",
          "Incoming_connection",
          "Outgoing_connection",
          "Authentication_failed",
          "Accepting_request",
          "Rejecting_request",
          "Request_rejected",
          "Connection_established",
          "Disconnection",
          "External_disconnection",
          "Gc_points",
          "Gc_peer_ids",
          "Swap_request_received",
          "Swap_ack_received",
          "Swap_request_sent",
          "Swap_ack_sent",
          "Swap_request_ignored",
          "Swap_success",
          "Swap_failure",
          "Bootstrap_sent",
          "Bootstrap_received",
          "Advertise_sent",
          "Advertise_received",
          "Maintenance_started",
          "Maintenance_ended");

  private final Session session;

  LogCheck(Session session) {
    this.session = session;
  }

  void check(Field log) {
    for (Field line : log.items()) {
      Matcher parts = LINE.matcher(line.text());
      if (!parts.matches()) {
        throw line.wrong("should be: seconds, who, what");
      }
      checkPeers(line);
      String what = parts.group("what");
      checkEvent(line, what);
      checkAgreed(line, parts.group("who"), what);
    }
  }

  private static void checkPeers(Field line) {
    Matcher peers = PEER.matcher(line.text());
    while (peers.find()) {
      try {
        PeerId.parse(peers.group());
      } catch (IllegalArgumentException e) {
        throw line.wrong("names a peer id that is none: " + peers.group());
      }
    }
  }

  private static void checkEvent(Field line, String what) {
    Matcher event = EVENT.matcher(what);
    if (event.matches() && !EVENTS.contains(event.group("name"))) {
      throw line.wrong("names an event that Octez does not have: " + event.group("name"));
    }
  }

  /** Between these two, the versions must be those that we choose too. */
  private void checkAgreed(Field line, String who, String what) {
    Matcher agreed = AGREED.matcher(what);
    for (Role role : Role.values()) {
      if (agreed.matches() && who.equals(role.label())) {
        PeerId other = session.side(role.other()).identity().peerId();
        if (agreed.group("peer").equals(other.toString())) {
          requireAgreed(line, role, agreed);
        }
      }
    }
  }

  private void requireAgreed(Field line, Role role, Matcher agreed) {
    NetworkVersion announced = session.way(role.other()).hello().version();
    VersionChoice choice = VersionChoice.between(session.side(role).handshake(), announced);
    String recorded = agreed.group("chain") + "." + agreed.group("ddb") + "." + agreed.group("p2p");
    if (!(choice instanceof VersionChoice.Agreed ours)
        || !recorded.equals(textOf(ours.version(), session.side(role)))) {
      throw line.wrong("recorded that both speak " + recorded + ", ours " + choice);
    }
  }

  private static String textOf(NetworkVersion version, Side side) {
    String chain = new String(side.handshake().chainName().toBytes(), StandardCharsets.UTF_8);
    return chain + "." + version.distributedDbVersion() + "." + version.p2pVersion();
  }
}
