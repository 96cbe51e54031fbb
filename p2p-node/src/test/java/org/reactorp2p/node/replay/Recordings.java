/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.replay;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The recordings of a real Octez that the tests come with. */
final class Recordings {

  private Recordings() {}

  static List<Path> sessions() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(resource("/octez/sessions"))) {
      return files.sorted().toList();
    }
  }

  static Path session(String name) throws URISyntaxException {
    return resource("/octez/sessions/" + name + ".json");
  }

  static Path vectors() throws URISyntaxException {
    return resource("/octez/vectors.json");
  }

  private static Path resource(String name) throws URISyntaxException {
    URL url = Objects.requireNonNull(Recordings.class.getResource(name), name);
    return Path.of(url.toURI());
  }
}
