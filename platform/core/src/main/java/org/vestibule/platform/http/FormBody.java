package org.vestibule.platform.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Decodes forms that lie in memory into names and values; files of a multipart form are ignored.
 */
public final class FormBody {
  private static final int MAX_PARAMETERS = 2_000;

  // The whole body lies in memory already.
  private static final int UNLIMITED = -1;

  private FormBody() {}

  /** The pairs of a query or of a form of this encoding; values of one name stay together. */
  public static List<Map.Entry<String, String>> urlEncoded(String text) {
    try {
      QueryStringDecoder decoder =
          new QueryStringDecoder(text, StandardCharsets.UTF_8, false, MAX_PARAMETERS, true);
      List<Map.Entry<String, String>> pairs = new ArrayList<>();
      decoder
          .parameters()
          .forEach((name, values) -> values.forEach(value -> pairs.add(Map.entry(name, value))));
      return pairs;
    } catch (IllegalArgumentException malformed) {
      throw new Malformed();
    }
  }

  /** The pairs of a multipart form in their order. */
  public static List<Map.Entry<String, String>> multipart(EdgeRequest request) {
    DefaultFullHttpRequest whole =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(request.body()));
    whole.headers().set(HttpHeaderNames.CONTENT_TYPE, request.header("Content-Type"));
    try {
      if (HttpPostRequestDecoder.isMultipart(whole)) {
        return parts(whole);
      }
    } catch (IOException | DecoderException malformed) {
      throw new Malformed();
    }
    throw new Malformed();
  }

  private static List<Map.Entry<String, String>> parts(HttpRequest whole) throws IOException {
    HttpPostMultipartRequestDecoder decoder =
        new HttpPostMultipartRequestDecoder(
            new DefaultHttpDataFactory(false),
            whole,
            StandardCharsets.UTF_8,
            MAX_PARAMETERS,
            UNLIMITED);
    try {
      return attributes(decoder.getBodyHttpDatas());
    } finally {
      decoder.destroy();
    }
  }

  private static List<Map.Entry<String, String>> attributes(List<InterfaceHttpData> parts)
      throws IOException {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    for (InterfaceHttpData part : parts) {
      if (part instanceof Attribute attribute) {
        pairs.add(Map.entry(attribute.getName(), attribute.getString(StandardCharsets.UTF_8)));
      }
    }
    return pairs;
  }

  /** A body that is no form. */
  public static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed() {
      super("the form is not syntactically valid", null, false, false);
    }
  }
}
