package org.vestibule.platform.capture.request;

import java.util.Optional;
import org.vestibule.platform.http.EdgeRequest;

/** A call of a registration-domain operation: the request and its effective parameters. */
public record CaptureRequest(EdgeRequest edge, Parameters parameters) {
  /** Reads the parameters in the style of the operation's family. */
  public static CaptureRequest of(EdgeRequest edge, ParameterStyle style) {
    return new CaptureRequest(edge, new ParameterReader(style).read(edge));
  }

  /** A parameter; an empty value is a value. */
  public Optional<String> param(String name) {
    return parameters.get(name);
  }

  /** A parameter that must be there and not empty; else 100 in the wording of {@code /entity*}. */
  public String required(String name) {
    return parameters.required(name);
  }
}
