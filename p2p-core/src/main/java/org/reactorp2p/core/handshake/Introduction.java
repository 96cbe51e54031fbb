/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.core.handshake;

import java.util.List;
import org.reactorp2p.core.model.NackMotive;
import org.reactorp2p.core.model.RemoteMetadata;
import org.reactorp2p.core.wire.ConnectionMessage;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.crypto.session.DecipherException;

/**
 * Our metadata is out, and the peer's is to come. If it opens, the peer owns the key it showed:
 * only then is its id compared with ours, so that a reflected connection message convinces nobody
 * that he talks to himself.
 */
record Introduction(Party party, Keys keys, ConnectionMessage theirs)
    implements Conversation.Listening {

  @Override
  public FrameBounds bounds() {
    return party.config().metadata().bounds();
  }

  @Override
  public Turn receive(byte[] frame) {
    RemoteMetadata metadata;
    try {
      metadata = party.config().metadata().read(keys.open(frame));
    } catch (DecipherException e) {
      return Turn.failing(keys, Breach.UNDECIPHERABLE_METADATA, null);
    } catch (RuntimeException e) { // whatever the application's codec thinks of the peer's bytes
      return Turn.failing(keys, Breach.MALFORMED_METADATA, null);
    }
    return identify(candidate(metadata));
  }

  private Candidate candidate(RemoteMetadata metadata) {
    return new Candidate(
        theirs.publicKey(),
        party.direction(),
        party.remote(),
        party.idPoint(theirs.port()),
        theirs.version(),
        metadata);
  }

  private Turn identify(Candidate candidate) {
    PeerId found = candidate.peerId();
    if (found.equals(party.identity().peerId())) {
      return Turn.failing(keys, new Fault.Myself(found), candidate);
    }
    if (party.expected().isPresent() && !party.expected().get().equals(found)) {
      return Turn.failing(keys, new Fault.WrongPeer(party.expected().get(), found), candidate);
    }
    return negotiate(candidate);
  }

  private Turn negotiate(Candidate candidate) {
    VersionChoice choice = VersionChoice.between(party.config(), candidate.announced());
    if (choice instanceof VersionChoice.Agreed agreed) {
      return Turn.silent(new Conversation.Weighing(keys, candidate, agreed.version()));
    }
    NackMotive motive = ((VersionChoice.Disagreed) choice).motive();
    var fault = new Fault.NoCommonProtocol(motive);
    return Farewell.isReadBy(candidate)
        ? Turn.silent(new Conversation.Parting(keys, candidate, fault))
        : Farewell.nack(keys, candidate, fault, motive, List.of());
  }

  @Override
  public Turn fail(Fault fault) {
    return Turn.failing(keys, fault, null);
  }
}
