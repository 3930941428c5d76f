package org.vestibule.auth.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.auth.form.TestFlows.form;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vestibule.auth.stub.AuthServiceResource;

/** Rules that need to know more than the form: other records, and lists of passwords. */
@QuarkusTest
@QuarkusTestResource(AuthServiceResource.class)
class FormServiceTest {
  private static final String CURRENT =
      "'old':{'type':'password','schemaId':'password'},'new':{'type':'password','schemaId':'password','validation':[{'rule':'minLength','value':8,'message':'Too short.'},{'rule':'notBreached','value':true,'message':'Too common.'}]},'again':{'type':'password','schemaId':'password','validation':[{'rule':'match','value':'new','message':'Not equal.'}]}";

  @Inject FormService forms;

  private final List<String> asked = new ArrayList<>();

  @Test
  void unique_whenTaken_thenTheMessageOfTheFlow() {
    FlowForm form = unique();

    assertThat(messages(form, Map.of("mail", "taken@example.com", "nick", "Jo")))
        .containsExactly(Map.entry("mail", List.of("In use.")));
    assertThat(messages(form, Map.of("mail", "free@example.com", "nick", "Jo"))).isEmpty();
    assertThat(asked).contains("email=taken@example.com", "displayName=Jo");
  }

  @Test
  void unique_whenEmptyOrBadAnyway_thenNobodyIsAsked() {
    assertThat(messages(unique(), Map.of("mail", "no address", "nick", "")))
        .containsExactly(Map.entry("mail", List.of("No address.")));
    assertThat(asked).isEmpty();
  }

  @Test
  void unique_whenSwitchedOff_thenNobodyIsAsked() {
    FlowForm form =
        TestFlows.field(
            "mail",
            "email",
            ",'schemaId':'email','validation':[{'rule':'unique','value':false,'message':'In use.'}]");

    assertThat(messages(form, Map.of("mail", "taken@example.com"))).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void newPassword_whenCommonAndScreened_thenToldOnceAtItsField() {
    Map<String, String> given =
        Map.of("old", "password1", "new", "Password123", "again", "Password123");

    assertThat(screened(change(), given, "true"))
        .containsExactly(Map.entry("new", List.of("Too common.")));
    assertThat(screened(change(), given, "false")).isEmpty();
    assertThat(screened(change(), given, null)).isEmpty();
  }

  @Test
  void newPassword_whenItBreaksAnotherRule_thenThatAloneIsTold() {
    assertThat(screened(change(), Map.of("old", "x", "new", "12345", "again", "12345"), "true"))
        .containsExactly(Map.entry("new", List.of("Too short.")));
  }

  @Test
  void newPassword_whenNobodyKnowsIt_thenAccepted() {
    assertThat(
            screened(
                change(),
                Map.of("old", "password1", "new", "Test.123", "again", "Test.123"),
                "true"))
        .isEmpty();
  }

  @Test
  void newPassword_whenTheFlowLacksTheRule_thenABuiltInMessage_whenItSwitchesItOff_thenAccepted() {
    FlowForm plain = TestFlows.field("pin", "password", ",'schemaId':'password'");
    FlowForm off =
        TestFlows.field(
            "pin",
            "password",
            ",'schemaId':'password','validation':[{'rule':'notBreached','value':false,'message':'x'}]");
    Map<String, String> given = Map.of("pin", "Password123");

    assertThat(screened(plain, given, "true"))
        .containsExactly(
            Map.entry("pin", List.of("This password is too common. Please choose another one.")));
    assertThat(screened(off, given, "true")).isEmpty();
    assertThat(screened(plain, Map.of(), "true")).isEmpty();
  }

  private static FlowForm unique() {
    return form(
        "'mail':{'type':'email','schemaId':'email','validation':[{'rule':'format','value':'email','message':'No address.'},{'rule':'unique','value':true,'message':'In use.'}]},'nick':{'type':'text','schemaId':'displayName','validation':[{'rule':'unique','value':true}]}",
        "mail",
        "nick");
  }

  private static FlowForm change() {
    FlowForm form = form(CURRENT, "old", "new", "again");
    return new FlowForm(
        form.flow(),
        form.name(),
        form.fields(),
        java.util.Set.of("requireAuthFields"),
        form.messages());
  }

  private Map<String, List<String>> messages(FlowForm form, Map<String, String> given) {
    TakenValues values =
        (attribute, value) -> {
          asked.add(attribute + "=" + value);
          return Uni.createFrom().item(value.startsWith("taken"));
        };
    return await(forms.check(submission(form, given, null), values));
  }

  private Map<String, List<String>> screened(
      FlowForm form, Map<String, String> given, String setting) {
    return await(forms.screen(submission(form, given, setting)));
  }

  private static FormSubmission submission(
      FlowForm form, Map<String, String> given, String setting) {
    return new FormSubmission(
        form,
        TestFlows.given(given),
        name -> Optional.ofNullable(setting).filter(it -> name.equals("reject_breached_passwords")),
        TestFlows.userSchema());
  }

  private static Map<String, List<String>> await(Uni<ProcessedForm> processed) {
    return processed.await().atMost(Duration.ofSeconds(5)).invalid().messages();
  }
}
