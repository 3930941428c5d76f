package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;
import org.vestibule.testkit.Waiting;

/** What a form accepts, requires and says is what its flow version says, and nothing else. */
class FormsJourneyTest {
  private static final String NICK =
      "{'type':'text','name':'nickName','schemaAttribute':'aboutMe','label':'Nickname','validation':[{'rule':'required','value':true,'message':'How"
          + " shall we call you?'},{'rule':'minLength','value':3,'message':'Three letters,"
          + " please.'},{'rule':'format','value':'alpha','message':'Letters only.'}]}";

  /** What people are told about a password that everybody guesses. */
  private static final Map<String, String> TOO_COMMON =
      Map.of(
          "en-US", "This password is too common. Please choose another one.",
          "de-DE", "Dieses Passwort ist zu verbreitet. Bitte wählen Sie ein anderes.",
          "fr-FR", "Ce mot de passe est trop courant. Veuillez en choisir un autre.",
          "es-ES", "Esta contraseña es demasiado común. Elija otra.",
          "pt-BR", "Esta senha é comum demais. Escolha outra.",
          "ja-JP", "このパスワードは広く使われているため設定できません。別のパスワードを入力してください。");

  private final Tenant tenant = Stack.shared().demo();

  @Test
  void field_whenAddedToTheRegistrationForm_thenAskedForByTheNewVersionAlone() {
    FlowEditor editor = new FlowEditor(tenant);
    String before = editor.version();
    editor.addField(NICK);
    editor.putInto("registrationForm", "nickName");
    String after = editor.version();

    assertThat(nick(editor, after, null)).isEqualTo("How shall we call you?");
    assertThat(nick(editor, after, "1")).isEqualTo("Three letters, please.");
    assertThat(register(editor, after).form("nickName", "1").send().json().at("/invalid_fields"))
        .hasToString("{\"nickName\":[\"Three letters, please.\",\"Letters only.\"]}");
    assertThat(aboutMe(register(editor, after).form("nickName", " Joey ").send()))
        .isEqualTo("Joey");

    // The older version has never heard of it.
    assertThat(aboutMe(register(editor, before).send())).isEqualTo("null");
    assertThat(aboutMe(register(editor, before).form("nickName", "1").send())).isEqualTo("null");
  }

  @Test
  void form_whenNew_thenWritesItsFieldsAlone_andOlderVersionsDoNotHaveIt() {
    FlowEditor editor = new FlowEditor(tenant);
    String before = editor.version();
    editor.addField(NICK);
    editor.addForm("nickForm", "profileUpdate", "nickName");
    String after = editor.version();
    String token = register(editor, before).send().at("/access_token");

    Reply changed = update(editor, after, token).send();

    assertThat(changed.text()).isEqualTo("{\"stat\":\"ok\"}");
    Reply own = People.own(tenant, token);
    assertThat(own.at("/result/aboutMe")).isEqualTo("Joey");
    assertThat(own.at("/result/displayName")).isEqualTo("Jo");
    assertThat(update(editor, after, token).form("nickName", "J2").send().code()).isEqualTo(390);
    assertThat(update(editor, before, token).send().at("/error_description"))
        .isEqualTo("no such form 'nickForm'");
    assertThat(register(editor, after).form("form", "nickForm").send().at("/error_description"))
        .isEqualTo("no such form 'nickForm'");
  }

  @Test
  void field_whenRemoved_thenNotAskedForByTheNewVersion_butStillByTheOld() {
    FlowEditor editor = new FlowEditor(tenant);
    String before = editor.version();
    editor.removeField("displayName");
    String after = editor.version();

    assertThat(register(editor, after).form("displayName", "").send().at("/stat")).isEqualTo("ok");
    assertThat(
            register(editor, before)
                .form("displayName", "")
                .send()
                .at("/invalid_fields/displayName/0"))
        .isEqualTo("Display name is required.");
  }

  @Test
  void commonPassword_whenTheClientSaysSo_thenRefusedInTheLanguageOfTheCall() {
    String client = screeningClient();
    assertThat(Waiting.until(() -> !common(client, "en-US").isEmpty(), Duration.ofSeconds(10)))
        .isTrue();

    TOO_COMMON.forEach((locale, text) -> assertThat(common(client, locale)).isEqualTo(text));
    assertThat(common(tenant.clientId("login_client"), "en-US")).isEmpty();
    assertThat(
            People.registration(tenant, People.newEmail())
                .form("client_id", client)
                .send()
                .at("/stat"))
        .isEqualTo("ok");
  }

  private String screeningClient() {
    String name = "screening " + UUID.randomUUID();
    Reply made =
        config("POST", "/clients")
            .json("{\"name\":\"" + name + "\",\"features\":[\"login_client\"]}")
            .send();
    String client = made.at("/_self").replaceAll(".*/", "");
    Reply set =
        config("PUT", "/clients/" + client + "/settings")
            .json("{\"reject_breached_passwords\":true}")
            .send();
    assertThat(set.status()).as(made.text() + set.text()).isEqualTo(200);
    return client;
  }

  private Call config(String method, String rest) {
    return Call.of(method, tenant.baseUrl(), "/config/" + tenant.applicationId() + rest)
        .basic(tenant, "owner");
  }

  private String common(String client, String locale) {
    return People.registration(tenant, People.newEmail())
        .form("client_id", client)
        .form("locale", locale)
        .form("newPassword", "Password123")
        .form("newPasswordConfirm", "Password123")
        .send()
        .at("/invalid_fields/newPassword/0");
  }

  private Call register(FlowEditor editor, String version) {
    return People.registration(tenant, People.newEmail())
        .form("flow", editor.flow())
        .form("flow_version", version);
  }

  private Call update(FlowEditor editor, String version, String token) {
    return People.profileUpdate(tenant, "nickForm")
        .form("flow", editor.flow())
        .form("flow_version", version)
        .form("access_token", token)
        .form("nickName", "Joey")
        .form("displayName", "Somebody Else");
  }

  private String nick(FlowEditor editor, String version, String nickName) {
    Call call = register(editor, version);
    return (nickName == null ? call : call.form("nickName", nickName))
        .send()
        .at("/invalid_fields/nickName/0");
  }

  private static String aboutMe(Reply reply) {
    assertThat(reply.at("/stat")).as(reply.text()).isEqualTo("ok");
    return reply.json().at("/capture_user/aboutMe").asText();
  }
}
