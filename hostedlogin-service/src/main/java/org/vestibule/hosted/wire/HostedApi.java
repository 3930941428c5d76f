package org.vestibule.hosted.wire;

/** A public resource class of this service, by which the methods of a path are known. */
public interface HostedApi {}
