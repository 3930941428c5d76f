package org.vestibule.testkit.service;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/** The keys and passwords of one stack: keyring, signing keys of all callers, database roles. */
public final class StackSecrets {
  /** The services, in the order in which they are named everywhere. */
  public static final List<String> SERVICES =
      List.of("auth", "entity", "config", "hostedlogin", "webhook");

  /** Everybody who signs internal calls. */
  public static final List<String> CALLERS =
      List.of("auth", "entity", "config", "hostedlogin", "webhook", "operator");

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String KEYRING = "keyring";
  private static final int KEYRING_KEY_BYTES = 32;
  private static final int PASSWORD_BYTES = 24;

  private final Properties values;

  private StackSecrets(Properties values) {
    this.values = values;
  }

  /** New keys and passwords. */
  public static StackSecrets generate() {
    Properties values = new Properties();
    values.setProperty(KEYRING, newKey("k1"));
    values.setProperty("database.postgres", password());
    SERVICES.forEach(service -> values.setProperty("database." + service, password()));
    CALLERS.forEach(caller -> addKeyPair(values, caller));
    return new StackSecrets(values);
  }

  /** Reads what {@link #text()} wrote. */
  public static StackSecrets parse(String text) {
    Properties values = new Properties();
    try {
      values.load(new StringReader(text));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new StackSecrets(values);
  }

  /** The same with a new key in front of the keyring: it writes, the others still read. */
  public StackSecrets withNewKey() {
    Properties changed = new Properties();
    changed.putAll(values);
    int next = keyring().split(",").length + 1;
    changed.setProperty(KEYRING, newKey("k" + next) + "," + keyring());
    return new StackSecrets(changed);
  }

  /** All keys and passwords as the text of a properties file. */
  public String text() {
    StringWriter text = new StringWriter();
    try {
      values.store(text, null);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return text.toString();
  }

  /** The keyring as services read it: {@code id:base64}, the first one writes. */
  public String keyring() {
    return required(KEYRING);
  }

  /** The password of a service's database role, or of {@code postgres}. */
  public String databasePassword(String service) {
    return required("database." + service);
  }

  /** The private key of a caller, PKCS #8 in base64. */
  public String privateKeyText(String caller) {
    return required("private." + caller);
  }

  /** The public key of a caller, SubjectPublicKeyInfo in base64. */
  public String publicKeyText(String caller) {
    return required("public." + caller);
  }

  /** The private key of a caller. */
  public PrivateKey privateKey(String caller) {
    byte[] encoded = Base64.getDecoder().decode(privateKeyText(caller));
    try {
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("the key of " + caller + " cannot be read", failure);
    }
  }

  private String required(String name) {
    String value = values.getProperty(name);
    if (value == null) {
      throw new IllegalArgumentException("no secret named " + name);
    }
    return value;
  }

  private static void addKeyPair(Properties values, String caller) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      Base64.Encoder encoder = Base64.getEncoder();
      values.setProperty(
          "private." + caller, encoder.encodeToString(pair.getPrivate().getEncoded()));
      values.setProperty("public." + caller, encoder.encodeToString(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException failure) {
      throw new IllegalStateException("this Java has no P-256", failure);
    }
  }

  private static String newKey(String id) {
    return id + ":" + Base64.getEncoder().encodeToString(random(KEYRING_KEY_BYTES));
  }

  private static String password() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random(PASSWORD_BYTES));
  }

  private static byte[] random(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
