/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.pool.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.reactorp2p.crypto.identity.Identity;
import org.reactorp2p.crypto.identity.PeerId;
import org.reactorp2p.pool.store.IdentityFileException.Problem;

/** Between the text of an identity file and what it says. */
final class IdentityJson {

  static final String PEER_ID = "peer_id";
  static final String PUBLIC_KEY = "public_key";
  static final String SECRET_KEY = "secret_key";
  static final String STAMP = "proof_of_work_stamp";

  /** Keys we do not know may hold anything, but not a tower of brackets. */
  private static final int MAX_DEPTH = 8;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private IdentityJson() {}

  /** What the text says; wipes the text. */
  static IdentityRecord decode(Path path, byte[] text) throws IdentityFileException {
    IdentityFields fields = new IdentityFields(path);
    try (JsonParser parser = JSON.createParser(text)) {
      readObject(parser, fields, path);
      return fields.toRecord();
    } catch (JsonProcessingException damaged) {
      // Not kept as a cause: its message quotes the file.
      throw malformed(path, "is not valid JSON" + whereOf(damaged.getLocation()));
    } catch (IOException notText) {
      throw malformed(path, "is not valid UTF-8 text");
    } finally {
      Arrays.fill(text, (byte) 0);
      fields.close();
    }
  }

  private static String whereOf(@Nullable JsonLocation location) {
    return location == null
        ? ""
        : " near line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static void readObject(JsonParser parser, IdentityFields fields, Path path)
      throws IOException, IdentityFileException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw malformed(path, "does not hold one JSON object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (IdentityFields.knows(name)) {
        if (value != JsonToken.VALUE_STRING) {
          throw malformed(path, "has a field '" + name + "' that is not text");
        }
        fields.put(name, valueOf(parser));
      } else {
        parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw malformed(path, "goes on after its JSON object");
    }
  }

  /** A view of the parser's own characters, so that no String of the secret is made. */
  private static CharBuffer valueOf(JsonParser parser) throws IOException {
    return CharBuffer.wrap(
        parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  static IdentityFileException malformed(Path path, String what) {
    return new IdentityFileException(
        Problem.MALFORMED, path, what + "; restore it from a copy, or generate a new one");
  }

  /** The text of the file, one field per line as Octez writes it; the caller wipes it. */
  static byte[] encode(Identity identity) {
    byte[] secret = identity.secretKey().toBytes();
    char[] secretHex = HexFormat.of().formatHex(secret).toCharArray();
    ByteArrayOutputStream text = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      PeerId peerId = identity.peerId();
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField(PEER_ID, peerId.toString());
      json.writeStringField(PUBLIC_KEY, identity.publicKey().toHex());
      json.writeFieldName(SECRET_KEY);
      json.writeString(secretHex, 0, secretHex.length);
      json.writeStringField(STAMP, identity.stamp().toHex());
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    } finally {
      Arrays.fill(secret, (byte) 0);
      Arrays.fill(secretHex, '0');
    }
    return text.toByteArray();
  }
}
