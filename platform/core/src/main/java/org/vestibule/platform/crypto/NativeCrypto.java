package org.vestibule.platform.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import org.jboss.logging.Logger;

/** Puts native cryptography first where it loads, and says at the start what serves what. */
@Singleton
public class NativeCrypto {

  private static final Logger LOG = Logger.getLogger(NativeCrypto.class);
  private static final int BEFORE_OTHERS = 1;

  private final Argon2id argon2id;

  public NativeCrypto(Argon2id argon2id) {
    this.argon2id = argon2id;
  }

  void onStart(@Observes @Priority(BEFORE_OTHERS) StartupEvent event) {
    install();
    LOG.infof(
        "cryptography: Argon2id %s, RSA %s, EC %s",
        argon2id.implementation(), providerOf("SHA256withRSA"), providerOf("SHA256withECDSA"));
  }

  /** Installs the native provider; false, and everything stays as it was, when it does not load. */
  static boolean install() {
    try {
      AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
      if (provider.getLoadingError() != null) {
        LOG.debugf(provider.getLoadingError(), "the native provider does not load");
        return false;
      }
      AmazonCorrettoCryptoProvider.install();
      return true;
    } catch (LinkageError e) {
      LOG.debugf(e, "the native provider is not part of this build");
      return false;
    }
  }

  static String providerOf(String algorithm) {
    try {
      return Signature.getInstance(algorithm).getProvider().getName();
    } catch (NoSuchAlgorithmException e) {
      return "missing";
    }
  }
}
