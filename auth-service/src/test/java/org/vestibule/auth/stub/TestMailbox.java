package org.vestibule.auth.stub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.vestibule.platform.json.Json;
import org.vestibule.testkit.process.Ports;

/** A real SMTP server; tests read, stop and start it over HTTP. */
final class TestMailbox {
  private final GreenMail server;
  private final int port;

  private TestMailbox(int port) {
    this.port = port;
    this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  static TestMailbox start() {
    TestMailbox mailbox = new TestMailbox(Ports.free());
    mailbox.open();
    return mailbox;
  }

  private void open() {
    server.start();
    server.getUserManager().setAuthRequired(false);
  }

  int port() {
    return port;
  }

  void stop() {
    server.stop();
  }

  StubReply answer(String method, String path) {
    if (path.endsWith("/close")) {
      server.stop();
    } else if (path.endsWith("/open")) {
      open();
    }
    ArrayNode mails = Json.array();
    for (MimeMessage message : server.getReceivedMessages()) {
      mails.add(
          Json.object()
              .put("source", GreenMailUtil.getWholeMessage(message))
              .put("to", to(message)));
    }
    return StubReply.ok(mails);
  }

  private static String to(MimeMessage message) {
    try {
      return message.getHeader("To", ",");
    } catch (MessagingException malformed) {
      throw new IllegalStateException(malformed);
    }
  }
}
