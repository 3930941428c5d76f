package org.vestibule.platform.outbound;

import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The public certificate authorities and those that the operator adds. */
final class TrustedAuthorities {
  private TrustedAuthorities() {}

  /** Reads the operator's PEM file; a file that cannot be read ends the start. */
  static TrustOptions with(Path bundle) {
    try {
      List<Certificate> all = new ArrayList<>(List.of(manager(null).getAcceptedIssuers()));
      all.addAll(read(bundle));
      return TrustOptions.wrap(manager(store(all)));
    } catch (GeneralSecurityException | IOException unreadable) {
      throw new IllegalStateException("vestibule.outbound.ca-bundle: " + bundle, unreadable);
    }
  }

  private static List<Certificate> read(Path bundle) throws IOException, GeneralSecurityException {
    try (InputStream pem = Files.newInputStream(bundle)) {
      return List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(pem));
    }
  }

  private static KeyStore store(List<Certificate> authorities)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("authority" + i, authorities.get(i));
    }
    return store;
  }

  private static X509TrustManager manager(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager found) {
        return found;
      }
    }
    throw new GeneralSecurityException("no trust manager for X.509");
  }
}
