/* SPDX-License-Identifier: Apache-2.0 */
package org.reactorp2p.bench.contender;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * TLS 1.3 by BoringSSL with a P-256 certificate made on the spot. Any certificate of the other end
 * will do: who it is, is compared by whoever measures.
 */
final class Tls {

  private static final String VERSION = "TLSv1.3";

  private final X509Bundle certificate;
  private final SslContext server;
  private final SslContext client;

  private Tls(ClientAuth clients) {
    try {
      this.certificate =
          new CertificateBuilder()
              .subject("CN=p2p-bench")
              .algorithm(CertificateBuilder.Algorithm.ecp256)
              .setIsCertificateAuthority(true)
              .buildSelfSigned();
      this.server =
          SslContextBuilder.forServer(certificate.getKeyPair().getPrivate(), chain())
              .sslProvider(SslProvider.OPENSSL)
              .protocols(VERSION)
              .clientAuth(clients)
              .trustManager(InsecureTrustManagerFactory.INSTANCE)
              .build();
      SslContextBuilder anybody =
          SslContextBuilder.forClient()
              .sslProvider(SslProvider.OPENSSL)
              .protocols(VERSION)
              .endpointIdentificationAlgorithm(null)
              .trustManager(InsecureTrustManagerFactory.INSTANCE);
      this.client =
          clients == ClientAuth.NONE
              ? anybody.build()
              : anybody.keyManager(certificate.getKeyPair().getPrivate(), chain()).build();
    } catch (Exception impossible) {
      throw new IllegalStateException("TLS is not to be had here", impossible);
    }
  }

  private java.security.cert.X509Certificate[] chain() {
    return certificate.getCertificatePath();
  }

  /** Both ends show who they are. */
  static Tls mutual() {
    return new Tls(ClientAuth.REQUIRE);
  }

  /** Only the listening end shows who it is, as in the web. */
  static Tls ofServer() {
    return new Tls(ClientAuth.NONE);
  }

  String self() {
    return fingerprint(certificate.getCertificate());
  }

  SslContext server() {
    return server;
  }

  SslContext client() {
    return client;
  }

  /** Whoever is at the other end of this session. */
  static String peer(SSLSession session) {
    try {
      return fingerprint(session.getPeerCertificates()[0]);
    } catch (SSLPeerUnverifiedException nobody) {
      return Contender.NOBODY;
    }
  }

  private static String fingerprint(Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.of().formatHex(digest);
    } catch (Exception impossible) {
      throw new IllegalStateException("a certificate without a fingerprint", impossible);
    }
  }
}
