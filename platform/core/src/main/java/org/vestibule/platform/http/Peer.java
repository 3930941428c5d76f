package org.vestibule.platform.http;

/** The network address that a request came from and what trusted proxies said about it. */
record Peer(String address, Origin.Forwarded forwarded) {}
