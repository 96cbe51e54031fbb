/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.idle;

import java.io.IOException;
import java.util.List;
import org.reactorp2p.bench.process.Child;
import org.reactorp2p.bench.report.Report;

/** Opens, looks, closes, looks again; at both ends. */
final class IdleTrial {

  /** Classes that are shown of what the connections are made of. */
  private static final int CLASSES = 16;

  private final Hub hub;
  private final Child crowd;
  private final int connections;

  IdleTrial(Hub hub, Child crowd, int connections) {
    this.hub = hub;
    this.crowd = crowd;
    this.connections = connections;
  }

  /** The listening end's course, and the dialling end's. */
  List<Course> run(Report report) throws IOException {
    rehearse(report);
    Breakdown mark = Breakdown.now(); // before the rest, since it takes room itself
    crowd.ask("mark");
    Vitals hubBefore = hub.vitals();
    Vitals crowdBefore = look();
    open();
    Vitals hubWith = hub.vitals();
    Vitals crowdWith = look();
    List<Breakdown.Line> hubGrowth = Breakdown.now().since(mark, CLASSES);
    List<Breakdown.Line> crowdGrowth = Breakdown.ofLine(crowd.ask("growth " + CLASSES));
    close();
    return List.of(
        new Course("listening", connections, hubBefore, hubWith, hub.vitals(), hubGrowth),
        new Course("dialling", connections, crowdBefore, crowdWith, look(), crowdGrowth));
  }

  /** Everything once, so that classes are loaded and threads are there. */
  private void rehearse(Report report) throws IOException {
    long fresh = hub.vitals().heap();
    long begun = System.nanoTime();
    open();
    report.note(
        "%,d connections in %.1f s".formatted(connections, (System.nanoTime() - begun) / 1e9));
    close();
    report.note(
        "%,d bytes are left of the first ones: classes and code"
            .formatted(hub.vitals().heap() - fresh));
  }

  private void open() throws IOException {
    crowd.ask("open " + hub.port() + " " + connections);
    hub.await(connections);
  }

  /** After all have left, somebody new comes and goes: for its sake the hub forgets the others. */
  private void close() throws IOException {
    leave();
    crowd.ask("visit " + hub.port());
    hub.await(1);
    leave();
  }

  private void leave() throws IOException {
    crowd.ask("close");
    hub.await(0);
  }

  private Vitals look() throws IOException {
    return Vitals.ofLine(crowd.ask("vitals"));
  }
}
