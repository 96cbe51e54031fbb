/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.util.List;
import java.util.regex.Pattern;

/** Reads a recorded session and recomputes every field that follows from others. */
final class SessionReader {

  private static final String FORMAT = "octez-p2p-transcript/1";
  private static final Pattern SCENARIO = Pattern.compile("[a-z0-9_]{1,100}");

  /** Version, commit, and a word on the build. */
  private static final Pattern SOURCE = Pattern.compile("octez-v\\d+\\.\\d+\\S* [0-9a-f]{40}, .+");

  private SessionReader() {}

  /** Whether this is a recorded session at all, and not some other file. */
  static boolean isOne(Field root) {
    return root.node().isObject() && root.has("initiator") && root.has("responder");
  }

  static Session read(Field root) {
    root.get("format").mustBe(FORMAT);
    requireShape(root.get("source"), SOURCE);
    requireShape(root.get("scenario"), SCENARIO);
    root.get("notes").text();
    Side initiator = Side.read(root, Role.INITIATOR);
    Side responder = Side.read(root, Role.RESPONDER);
    var first = new WayReader(root, initiator);
    var second = new WayReader(root, responder);
    var secrets = new SessionSecrets(initiator, responder, first.firstFrame(), second.firstFrame());
    secrets.check(root.get("session"));
    Way fromInitiator = first.read(secrets);
    Way fromResponder = second.read(secrets);
    List<Segment> segments = Segments.read(root, fromInitiator, fromResponder);
    var session =
        new Session(
            root.get("scenario").text(),
            initiator,
            responder,
            fromInitiator,
            fromResponder,
            segments);
    new LogCheck(session).check(root.get("log"));
    return session;
  }

  private static void requireShape(Field field, Pattern shape) {
    if (!shape.matcher(field.text()).matches()) {
      throw field.wrong("does not have the shape of one");
    }
  }
}
