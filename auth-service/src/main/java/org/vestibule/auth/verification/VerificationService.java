package org.vestibule.auth.verification;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.vestibule.auth.AuthConfig;
import org.vestibule.auth.grant.Grantee;
import org.vestibule.auth.mail.MailLinks;
import org.vestibule.auth.mail.MailOrder;
import org.vestibule.auth.mail.MailService;
import org.vestibule.auth.mail.MailTemplate;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.upstream.Account;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.crypto.SecretSource;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.Tx;

/** Makes verification codes, for servers and for the mails that carry them. */
@Singleton
public class VerificationService {
  /** The setting that links of verification mails begin with. */
  public static final String ADDRESS_SETTING = "verify_email_url";

  static final String EMAIL_VERIFIED = "emailVerified";
  private static final String LIFETIME_SETTING = "verify_email_code_lifetime";
  private static final long DEFAULT_SECONDS = 604_800;
  private static final long LONGEST_SECONDS = 31_536_000;

  private final VerificationRepository repository;
  private final MailService mails;
  private final EventFactory events;
  private final Outbox outbox;
  private final SecretSource secrets;
  private final Clock clock;
  private final Duration remember;

  VerificationService(
      VerificationRepository repository,
      MailService mails,
      EventFactory events,
      Outbox outbox,
      SecretSource secrets,
      Clock clock,
      AuthConfig config) {
    this.repository = repository;
    this.mails = mails;
    this.events = events;
    this.outbox = outbox;
    this.secrets = secrets;
    this.clock = clock;
    this.remember = config.auth().tokens().remember();
  }

  /** How long a code lives that nobody gave a life to. */
  static Duration lifetime(Function<String, Optional<String>> settings) {
    long seconds =
        settings
            .apply(LIFETIME_SETTING)
            .filter(text -> text.strip().matches("[0-9]{1,9}"))
            .map(text -> Long.parseLong(text.strip()))
            .filter(value -> value > 0)
            .orElse(DEFAULT_SECONDS);
    return Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS));
  }

  /** A code that a server asked for. */
  Uni<String> issue(Tx tx, Grantee holder, String attribute, Duration lifetime) {
    String code = secrets.token();
    Instant now = clock.instant();
    return insert(
            tx,
            new VerificationCodeRow(
                Digests.sha256(code), holder, attribute, null, now, now.plus(lifetime)))
        .replaceWith(code);
  }

  /**
   * Mails a code to the address of a record; nothing happens without an address or without the
   * setting that the link begins with.
   */
  public Uni<Void> mail(Tx tx, NativeCall call, Account account) {
    Optional<String> base = call.client().setting(ADDRESS_SETTING).filter(it -> !it.isBlank());
    return base.isPresent() && account.email().isPresent()
        ? mail(tx, call, account, base.get())
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> mail(Tx tx, NativeCall call, Account account, String base) {
    String code = secrets.token();
    String address = account.email().orElseThrow();
    Instant now = clock.instant();
    Instant end = now.plus(lifetime(call.client()::setting));
    MailOrder order =
        new MailOrder(
            MailTemplate.REGISTRATION_VERIFICATION,
            address,
            call.form().flow(),
            call.client(),
            account.profile(),
            MailLinks.with(base, "verification_code", code),
            end);
    return insert(
            tx,
            new VerificationCodeRow(
                Digests.sha256(code),
                call.grantee(account.uuid()),
                EMAIL_VERIFIED,
                Digests.sha256Hex(address),
                now,
                end))
        .chain(() -> mails.send(tx, order))
        .chain(() -> outbox.append(tx, requested(call, account)));
  }

  private Event requested(NativeCall call, Account account) {
    return events.ofAccess(
        "email-verification-requested", call.record(account.uuid()), call.context());
  }

  private Uni<Void> insert(Tx tx, VerificationCodeRow code) {
    return repository.insert(tx, code.holder().applicationId(), code, remember);
  }
}
