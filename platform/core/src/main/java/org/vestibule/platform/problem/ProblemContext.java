package org.vestibule.platform.problem;

/** Where a problem arose: request id, method and path. */
public record ProblemContext(String requestId, String method, String path) {}
