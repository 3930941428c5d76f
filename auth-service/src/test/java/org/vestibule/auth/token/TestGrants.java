package org.vestibule.auth.token;

import java.time.Instant;
import java.util.UUID;
import org.vestibule.auth.grant.GrantRow;
import org.vestibule.auth.grant.Grantee;
import org.vestibule.auth.sql.TestSql;
import org.vestibule.platform.crypto.Digests;

/** Grants with tokens and codes of known text, in the tables alone. */
public final class TestGrants {
  public static final Instant NOW = Instant.parse("2026-03-11T09:42:07Z");
  public static final UUID CUSTOMER = UUID.fromString("11111111-1111-4111-8111-111111111111");
  public static final String ADDRESS = "https://shop.example.com/";
  private static final String MAILED_TO = "jo@example.com";
  private final TestSql sql;
  private final TokenRepository tokens = new TokenRepository();

  public TestGrants(TestSql sql) {
    this.sql = sql;
  }

  /** A grant of {@code client} to a record with a token (may be null) and a code (may be null). */
  public UUID issue(String application, UUID record, String token, String code) {
    return issue(application, record, token, code, null);
  }

  /** The same, made by a mail that recovers a password. */
  public UUID issueRecovery(String application, UUID record, String code) {
    return issue(application, record, null, code, Digests.sha256Hex(MAILED_TO));
  }

  private UUID issue(String application, UUID record, String token, String code, String mailedTo) {
    UUID id = UUID.randomUUID();
    Grantee grantee = new Grantee(application, CUSTOMER, "client", "user", record);
    GrantRow grant = new GrantRow(id, grantee, null, mailedTo, NOW, NOW.plusSeconds(90_000));
    Instant tokenEnd = NOW.plusSeconds(3600);
    TokenRow tokenRow =
        token == null
            ? null
            : new TokenRow(Digests.sha256(token), NOW, tokenEnd, tokenEnd.plusSeconds(86_400));
    Instant codeEnd = NOW.plusSeconds(300);
    CodeRow codeRow =
        code == null
            ? null
            : new CodeRow(
                Digests.sha256(code),
                new CodeTerms(ADDRESS, "{\"a\":1}", mailedTo),
                NOW,
                codeEnd,
                codeEnd);
    IssueRow row = new IssueRow(grant, tokenRow, codeRow);
    sql.run(tx -> tokens.issuing(application, row).in(tx));
    return id;
  }

  /** What a token stands for at an instant; unknown when nobody issued it. */
  public String state(String token, Instant now) {
    return sql.run(tx -> tokens.findToken(tx, Digests.sha256(token), now))
        .map(found -> found.state().name())
        .orElse("UNKNOWN");
  }

  public void retireRecoveryCodes(String application, UUID record, Instant now) {
    Grantee grantee = new Grantee(application, CUSTOMER, "client", "user", record);
    sql.run(tx -> tokens.retireRecoveryCodes(tx, grantee, now));
  }
}
