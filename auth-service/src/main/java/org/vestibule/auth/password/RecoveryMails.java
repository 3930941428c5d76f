package org.vestibule.auth.password;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.vestibule.auth.mail.MailLinks;
import org.vestibule.auth.mail.MailOrder;
import org.vestibule.auth.mail.MailService;
import org.vestibule.auth.mail.MailTemplate;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.token.CodeTerms;
import org.vestibule.auth.token.GrantOrder;
import org.vestibule.auth.token.Lifetimes;
import org.vestibule.auth.token.ResponseType;
import org.vestibule.auth.token.TokenService;
import org.vestibule.auth.upstream.Account;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.event.EventFactory;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.event.Event;
import org.vestibule.platform.outbox.Outbox;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** Makes a code that recovers a password and mails it, both or neither. */
@Singleton
class RecoveryMails {
  private static final String ADDRESS_SETTING = "password_recover_url";
  private static final String LIFETIME_SETTING = "recover_code_lifetime";
  private static final int DEFAULT_SECONDS = 3600;
  private static final int LONGEST_SECONDS = 86_400;

  private final TokenService tokens;
  private final MailService mails;
  private final SqlTransactions transactions;
  private final EventFactory events;
  private final Outbox outbox;

  RecoveryMails(
      TokenService tokens,
      MailService mails,
      SqlTransactions transactions,
      EventFactory events,
      Outbox outbox) {
    this.tokens = tokens;
    this.mails = mails;
    this.transactions = transactions;
    this.events = events;
    this.outbox = outbox;
  }

  /** Where the link leads; without the setting the flow cannot recover passwords (226). */
  static String base(NativeCall call) {
    return call.client()
        .setting(ADDRESS_SETTING)
        .filter(it -> !it.isBlank())
        .orElseThrow(
            () ->
                CaptureProblem.flowError("the setting " + ADDRESS_SETTING + " is missing")
                    .exception());
  }

  Uni<Void> send(NativeCall call, String base, Account account) {
    GrantOrder order = order(call, base, account);
    return transactions.run(tx -> send(tx, call, account, order));
  }

  private Uni<Void> send(Tx tx, NativeCall call, Account account, GrantOrder order) {
    return tokens
        .retireRecoveryCodes(tx, order.grantee())
        .chain(() -> tokens.issue(tx, order))
        .map(issued -> issued.authorizationCode().orElseThrow())
        .chain(code -> mails.send(tx, mail(call, account, order, code)))
        .chain(() -> outbox.append(tx, requested(call, account)));
  }

  private Event requested(NativeCall call, Account account) {
    return events.ofAccess(
        "password-recovery-requested", call.record(account.uuid()), call.context());
  }

  private static GrantOrder order(NativeCall call, String base, Account account) {
    return new GrantOrder(
        call.grantee(account.uuid()),
        ResponseType.CODE,
        new CodeTerms(base, null, Digests.sha256Hex(account.email().orElse(""))),
        Optional.empty(),
        Lifetimes.of(call.client()::setting).withCode(lifetime(call.client())),
        call.began());
  }

  private static Duration lifetime(ClientView client) {
    int seconds = client.intSetting(LIFETIME_SETTING, DEFAULT_SECONDS);
    return Duration.ofSeconds(seconds < 1 ? DEFAULT_SECONDS : Math.min(seconds, LONGEST_SECONDS));
  }

  private static MailOrder mail(NativeCall call, Account account, GrantOrder order, String code) {
    return new MailOrder(
        MailTemplate.PASSWORD_RECOVER,
        account.email().orElse(""),
        call.form().flow(),
        call.client(),
        account.profile(),
        MailLinks.with(order.code().redirectUri(), "code", code),
        call.began().plus(order.lifetimes().code()));
  }
}
