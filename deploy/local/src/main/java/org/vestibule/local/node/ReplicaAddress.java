package org.vestibule.local.node;

/** Where one replica listens: for requests, and for questions about its health. */
public record ReplicaAddress(int index, int port, int managementPort) {
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public String managementUrl() {
    return "http://127.0.0.1:" + managementPort;
  }
}
