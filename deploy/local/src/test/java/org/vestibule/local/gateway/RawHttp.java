package org.vestibule.local.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks HTTP by hand, to send what no client would. */
final class RawHttp {
  private RawHttp() {}

  /** Sends a request with "Connection: close" and reads until the end. */
  static String send(int port, String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return read(socket);
    }
  }

  /** Sends chunks until the gateway hangs up or the count is reached. */
  static String sendChunks(int port, String head, int chunkBytes, int count) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      writeChunks(out, chunkBytes, count);
      return read(socket);
    }
  }

  private static void writeChunks(OutputStream out, int bytes, int count) {
    byte[] line = (Integer.toHexString(bytes) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    try {
      for (int i = 0; i < count; i++) {
        out.write(line);
        out.write(new byte[bytes]);
        out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
      }
      out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    } catch (IOException hungUp) {
      // The answer was sent before; it is read below.
    }
  }

  private static String read(Socket socket) {
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[8192];
    try {
      for (int count = 0; count >= 0; count = socket.getInputStream().read(buffer)) {
        text.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException reset) {
      // What came before the reset counts.
    }
    return text.toString();
  }

  static String body(String response) {
    return response.substring(response.indexOf("\r\n\r\n") + 4);
  }
}
