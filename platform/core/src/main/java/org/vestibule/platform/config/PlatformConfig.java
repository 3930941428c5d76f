package org.vestibule.platform.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every service is told by its operator; all keys start with {@code vestibule.}. */
@ConfigMapping(prefix = "vestibule")
public interface PlatformConfig {
  /** The PostgreSQL database and this service's role in it. */
  Database database();

  /** The Kafka cluster. */
  Kafka kafka();

  /**
   * Base URLs of the services by short name (auth, entity, config, hostedlogin, webhook); several
   * replicas are separated by commas.
   */
  Map<String, String> services();

  /** Keys that seal secrets at rest. */
  Keyring keyring();

  /** Identity of this service towards the others. */
  Internal internal();

  /** Limits and trust of the public HTTP side. */
  Http http();

  /** What is remembered of config-service. */
  Directory directory();

  /** What calls to the outside may reach. */
  Outbound outbound();

  /** The event relay. */
  Outbox outbox();

  /** The bounded worker pools. */
  Workers workers();

  /** The PostgreSQL database and this service's role in it. */
  interface Database {
    /** Address as {@code postgresql://host:port/database}. */
    String url();

    /** Role of this service, owner of the schema of the same name. */
    String user();

    /** Password of the role. */
    String password();
  }

  /** The Kafka cluster. */
  interface Kafka {
    /** Bootstrap addresses, {@code host:port} separated by commas. */
    String bootstrap();
  }

  /** Keys that seal secrets at rest. */
  interface Keyring {
    /** {@code id:BASE64} of 32 bytes, separated by commas; the first writes, all read. */
    String keys();
  }

  /** Identity of this service towards the others. */
  interface Internal {
    /** This service's EC P-256 private key, PKCS #8 in Base64. */
    String privateKey();

    /** Public keys of all callers by short name, X.509 SubjectPublicKeyInfo in Base64. */
    Map<String, String> keys();

    /** Longest time to establish a connection to another service. */
    @WithDefault("300ms")
    Duration connectTimeout();

    /** Longest time for the whole answer of another service. */
    @WithDefault("2s")
    Duration readTimeout();

    /** Connections kept to one other service. */
    @WithDefault("64")
    int connections();
  }

  /** Limits and trust of the public HTTP side. */
  interface Http {
    /** Largest request body in bytes; above it the answer is HTTP 413 (spec/README.md 22). */
    @WithDefault("5242880")
    int maxBody();

    /** Networks whose X-Forwarded-* headers are believed, CIDR, separated by commas. */
    Optional<List<String>> trustedProxies();
  }

  /** What is remembered of config-service. */
  interface Directory {
    /**
     * How long clients, settings and flows are trusted while changes are heard of; when
     * config-service does not answer, they serve for twelve hours.
     */
    @WithDefault("60s")
    Duration timeToLive();
  }

  /** What calls to the outside may reach. */
  interface Outbound {
    /**
     * Networks that are reachable although they are not public, CIDR; empty outside test stacks.
     */
    Optional<List<String>> allow();

    /** Whether plain {@code http:} targets are allowed. */
    @WithDefault("false")
    boolean allowHttp();

    /**
     * PEM file with certificates of authorities that are trusted besides the public ones, for
     * receivers inside the cluster.
     */
    Optional<String> caBundle();
  }

  /** The event relay. */
  interface Outbox {
    /** Pause between looks for unpublished events when nothing woke the relay. */
    @WithDefault("500ms")
    Duration poll();

    /** How long a new row waits for others, so that they are published together. */
    @WithDefault("200ms")
    Duration linger();

    /** Events sent in one batch. */
    @WithDefault("500")
    int batch();
  }

  /** The bounded worker pools. */
  interface Workers {
    /** Threads that hash secrets; 0 = number of processors. */
    @WithDefault("0")
    int hashThreads();

    /** Longest wait for a hashing thread before a call is refused as busy. */
    @WithDefault("1s")
    Duration hashWait();

    /** Threads for blocking input and output. */
    @WithDefault("8")
    int ioThreads();
  }
}
