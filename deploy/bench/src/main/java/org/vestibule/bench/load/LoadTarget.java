package org.vestibule.bench.load;

/** A port of this machine, and the host name by which it is asked. */
public record LoadTarget(String host, int port) {}
