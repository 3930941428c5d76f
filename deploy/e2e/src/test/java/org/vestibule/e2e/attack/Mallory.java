package org.vestibule.e2e.attack;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.Mailbox;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Tenant;

/**
 * Somebody with an account, a mailbox, tokens and codes of their own, who wants another's account
 * and never reads the other's mailbox.
 */
final class Mallory {
  /** The password that Mallory would like the other account to have. */
  static final String CHOSEN = "Mallory-chose.1";

  private final Tenant tenant;
  private final String token;
  private final String proof;
  private final String foreignToken;
  private final String verificationCode;
  private final String recoveryCode;

  Mallory(Tenant tenant, Tenant other) {
    this.tenant = tenant;
    String email = People.newEmail();
    Mailbox mailbox = new Mailbox(tenant);
    token = People.register(tenant, email).at("/access_token");
    foreignToken = People.register(other, email).at("/access_token");
    verificationCode = mailbox.verificationCode(email);
    People.forgotPassword(tenant, email).send();
    String first = mailbox.recoveryCode(email, 1);
    proof = exchange(first).send().at("/access_token");
    People.forgotPassword(tenant, email).send();
    recoveryCode = mailbox.recoveryCode(email, 2);
  }

  /** Each way that might lead into the account, by its name. */
  Map<String, Call> calls(String email, String uuid) {
    Map<String, Call> calls = new LinkedHashMap<>();
    calls.put("ask for the reset", People.forgotPassword(tenant, email));
    calls.put("ask for the verification", resend(email));
    calls.putAll(withoutProof(email, uuid));
    calls.putAll(withOwnProof(email, uuid));
    calls.putAll(withOwnCodes(uuid));
    calls.putAll(asAServer(uuid));
    calls.put("register the address again", registration(email));
    return calls;
  }

  private Map<String, Call> withoutProof(String email, String uuid) {
    Map<String, Call> calls = new HashMap<>();
    for (String nothing : new String[] {"", "null", "0", uuid, email}) {
      calls.put("set with the token '" + nothing + "'", setPassword(nothing, email, uuid));
    }
    calls.put("set without a token", withTarget(change("changePasswordFormNoAuth"), email, uuid));
    calls.put("change without a token", withTarget(change("changePasswordForm"), email, uuid));
    calls.put("edit without a token", withTarget(change("editProfileForm"), email, uuid));
    return calls;
  }

  private Map<String, Call> withOwnProof(String email, String uuid) {
    Map<String, Call> calls = new HashMap<>();
    calls.put("set with an own token", setPassword(token, email, uuid));
    calls.put("set with an own proof", setPassword(proof, email, uuid));
    calls.put("set with another application's token", setPassword(foreignToken, email, uuid));
    calls.put(
        "edit with an own token and the address",
        withTarget(change("editProfileForm"), email, uuid).form("access_token", token));
    calls.put(
        "change with an own token",
        withTarget(change("changePasswordForm"), email, uuid)
            .form("access_token", token)
            .form("currentPassword", People.PASSWORD));
    calls.put(
        "update by an own token",
        Call.post(tenant, "/entity.update")
            .form("access_token", token)
            .form("type_name", "user")
            .form("uuid", uuid)
            .form("attributes", "{\"password\":\"" + CHOSEN + "\"}"));
    return calls;
  }

  private Map<String, Call> withOwnCodes(String uuid) {
    Map<String, Call> calls = new HashMap<>();
    calls.put("an own recovery code for the uuid", exchange(recoveryCode).form("uuid", uuid));
    calls.put("a verification code as a recovery code", exchange(verificationCode));
    calls.put("the uuid as a recovery code", exchange(uuid));
    calls.put("an own verification code", verify(verificationCode).form("uuid", uuid));
    calls.put("a recovery code as a verification code", verify(recoveryCode).form("uuid", uuid));
    calls.put("the uuid as a verification code", verify(uuid));
    calls.put("no verification code", verify("").form("uuid", uuid));
    return calls;
  }

  /** What only a customer's own servers may ask for, asked by the public client and by a token. */
  private Map<String, Call> asAServer(String uuid) {
    Map<String, Call> calls = new HashMap<>();
    for (String path :
        new String[] {
          "/access/getVerificationCode", "/access/getAuthorizationCode", "/access/getAccessToken"
        }) {
      calls.put(path + " by the site", target(path, uuid).basic(tenant, "login_client"));
      calls.put(path + " by an own token", target(path, uuid).form("access_token", token));
      calls.put(path + " by nobody", target(path, uuid));
    }
    return calls;
  }

  private Call target(String path, String uuid) {
    return Call.post(tenant, path)
        .form("type_name", "user")
        .form("uuid", uuid)
        .form("attribute_name", "emailVerified")
        .form("redirect_uri", People.SITE);
  }

  private Call resend(String email) {
    return People.nativeCall(tenant, "/oauth/verify_email_native")
        .form("form", "resendVerificationForm")
        .form("signInEmailAddress", email);
  }

  private Call registration(String email) {
    return People.registration(tenant, email)
        .form("newPassword", CHOSEN)
        .form("newPasswordConfirm", CHOSEN);
  }

  private Call change(String form) {
    return People.profileUpdate(tenant, form)
        .form("newPassword", CHOSEN)
        .form("newPasswordConfirm", CHOSEN);
  }

  private Call setPassword(String asToken, String email, String uuid) {
    return withTarget(change("changePasswordFormNoAuth"), email, uuid)
        .form("access_token", asToken);
  }

  private static Call withTarget(Call call, String email, String uuid) {
    return call.form("uuid", uuid)
        .form("id", uuid)
        .form("emailAddress", email)
        .form("signInEmailAddress", email)
        .form("displayName", "Mallory");
  }

  private Call exchange(String code) {
    return People.codeExchange(tenant, code, tenant.baseUrl() + "/_local/site/reset-password");
  }

  private Call verify(String code) {
    return People.verification(tenant, code);
  }
}
