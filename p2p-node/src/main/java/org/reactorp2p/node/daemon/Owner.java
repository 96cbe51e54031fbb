/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.node.daemon;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.crypto.identity.Difficulty;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.node.cli.BadInputException;
import org.reactorp2p.node.identity.Mining;
import org.reactorp2p.pool.store.DataDirectory;
import org.reactorp2p.pool.store.IdentityFile;
import org.reactorp2p.pool.store.IdentityFileException;

/**
 * Finds out who a node is.
 *
 * @param difficulty what a new identity has to show
 */
record Owner(Difficulty difficulty) {

  /**
   * The identity in that file; or else the one in the data directory, made and written there if
   * there is none; or else a new one. The caller closes it.
   *
   * @throws BadInputException if a file cannot be used
   */
  Identity identity(@Nullable Path given, Optional<DataDirectory> data) {
    try {
      if (given != null) {
        return IdentityFile.at(given).read();
      }
      return data.isPresent() ? kept(data.get().identity()) : mined();
    } catch (IdentityFileException wrong) {
      throw BadInputException.of(wrong);
    }
  }

  private Identity kept(Path path) throws IdentityFileException {
    IdentityFile file = IdentityFile.at(path);
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return file.read();
    }
    Identity identity = mined();
    try {
      file.write(identity);
      return identity;
    } catch (IdentityFileException refused) {
      identity.close();
      throw refused;
    }
  }

  private Identity mined() {
    try (Mining mining = Mining.start(difficulty)) {
      return mining.await();
    }
  }
}
