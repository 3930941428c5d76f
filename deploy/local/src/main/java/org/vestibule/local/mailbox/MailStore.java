package org.vestibule.local.mailbox;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The captured mails, newest first; each is a file, so that a restart keeps them. */
final class MailStore {
  private static final int KEPT = 10_000;

  private final Path folder;
  private final Deque<Mail> newestFirst = new ArrayDeque<>();
  private long number;

  MailStore(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      load();
    } catch (IOException failure) {
      throw new UncheckedIOException("the mail folder cannot be read", failure);
    }
  }

  private void load() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(MailStore::isMail).sorted().toList()) {
        newestFirst.addFirst(Mail.of(new JsonObject(Files.readString(file))));
        number = Math.max(number, numberOf(file));
      }
    }
  }

  synchronized void add(Mail mail) {
    number++;
    try {
      Files.writeString(file(number), mail.json().encodePrettily());
      newestFirst.addFirst(mail);
      forgetOldest();
    } catch (IOException failure) {
      throw new UncheckedIOException("a mail cannot be written", failure);
    }
  }

  /** All mails, or those to one address. */
  synchronized List<Mail> list(String to) {
    return newestFirst.stream().filter(mail -> to == null || isTo(mail, to)).toList();
  }

  private void forgetOldest() throws IOException {
    if (newestFirst.size() > KEPT) {
      newestFirst.removeLast();
      Files.deleteIfExists(file(number - KEPT));
    }
  }

  private Path file(long mailNumber) {
    return folder.resolve(String.format(Locale.ROOT, "%010d.json", mailNumber));
  }

  private static boolean isTo(Mail mail, String address) {
    return mail.to().equalsIgnoreCase(address.trim());
  }

  private static boolean isMail(Path file) {
    return file.getFileName().toString().matches("[0-9]{10}\\.json");
  }

  private static long numberOf(Path file) {
    return Long.parseLong(file.getFileName().toString().substring(0, 10));
  }
}
