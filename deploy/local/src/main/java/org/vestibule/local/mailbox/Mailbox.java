package org.vestibule.local.mailbox;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.json.JsonObject;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A real SMTP server that keeps every mail and delivers none. */
public final class Mailbox implements AutoCloseable {
  private static final int HELD_BY_SERVER = 200;

  private final MailStore store;
  private final MailReader reader;
  private final GreenMail server;
  private int held;

  public Mailbox(int port, Path folder, Clock clock) {
    this.store = new MailStore(folder);
    this.reader = new MailReader(clock);
    this.server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  /** Starts to listen. */
  public Mailbox start() {
    server.start();
    server.getUserManager().setAuthRequired(false);
    server.getUserManager().setMessageDeliveryHandler(this::keep);
    return this;
  }

  public int port() {
    return server.getSmtp().getPort();
  }

  /** The captured mails, newest first; all of them or those to one address. */
  public List<Mail> list(String to) {
    return store.list(to);
  }

  /** Keeps a text message beside the mails; its number stands where a mail has its recipient. */
  public void keepText(JsonObject sms) {
    store.add(reader.readText(sms));
  }

  @Override
  public void close() {
    server.stop();
  }

  private synchronized GreenMailUser keep(MovingMessage message, MailAddress recipient)
      throws MessagingException, UserException {
    try {
      store.add(reader.read(message.getMessage(), recipient.getEmail()));
      forgetWhatIsStored();
    } catch (IOException | FolderException failure) {
      throw new MessagingException("the mail could not be kept", failure);
    }
    return userOf(recipient.getEmail());
  }

  // The server keeps a second copy of each mail in memory, which nobody reads.
  private void forgetWhatIsStored() throws FolderException {
    held++;
    if (held >= HELD_BY_SERVER) {
      held = 0;
      server.purgeEmailFromAllMailboxes();
    }
  }

  private GreenMailUser userOf(String address) throws UserException {
    GreenMailUser known = server.getUserManager().getUser(address);
    return known == null ? server.getUserManager().createUser(address, address, address) : known;
  }
}
