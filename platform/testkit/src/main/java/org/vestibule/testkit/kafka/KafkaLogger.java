package org.vestibule.testkit.kafka;

import java.io.PrintStream;
import java.time.Clock;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Prints what the broker says: its start, its end, and every warning. */
final class KafkaLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1L;
  private static final Clock CLOCK = Clock.systemUTC();

  private final boolean talkative;

  KafkaLogger(String name) {
    this.name = name;
    this.talkative = name.startsWith("kafka.server.Kafka");
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level, Marker marker, String pattern, Object[] arguments, Throwable failure) {
    PrintStream out = System.err;
    String text = MessageFormatter.basicArrayFormat(pattern, arguments);
    out.println(CLOCK.instant() + " " + level + " [" + name + "] " + text);
    if (failure != null) {
      failure.printStackTrace(out);
    }
  }

  @Override
  protected String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public boolean isInfoEnabled() {
    return talkative;
  }

  @Override
  public boolean isWarnEnabled() {
    return true;
  }

  @Override
  public boolean isErrorEnabled() {
    return true;
  }
}
