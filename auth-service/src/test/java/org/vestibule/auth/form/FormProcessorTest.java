package org.vestibule.auth.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vestibule.auth.form.TestFlows.field;
import static org.vestibule.auth.form.TestFlows.form;
import static org.vestibule.auth.form.TestFlows.given;
import static org.vestibule.auth.form.TestFlows.json;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vestibule.platform.problem.ProblemException;

class FormProcessorTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 11);
  private static final Map<String, String> SETTINGS =
      Map.of(
          "blocked_words", "Alpha, beta",
          "blocked_domains", "example.net,EXAMPLE.org",
          "colours", "red,green",
          "plate", "^[A-Z]{2}-\\d+$",
          "broken", "([a-z",
          "huge", "((a{100}){100}){100}");

  @Test
  void missing_whenRequired_thenMessageOfTheFlow() {
    FlowForm form =
        field(
            "displayName",
            "text",
            ",'schemaId':'displayName','validation':[{'rule':'required','value':true,'message':{'key':'k'}}]");

    assertThat(messages(form, Map.of()))
        .containsExactly(Map.entry("displayName", List.of("Key text.")));
    assertThat(messages(form, Map.of("displayName", "  "))).containsKey("displayName");
    assertThat(messages(form, Map.of("displayName", " Jo "))).isEmpty();
  }

  @Test
  void missing_whenRuleIsSwitchedOff_thenAccepted() {
    FlowForm form =
        field("displayName", "text", rules("{'rule':'required','value':false,'message':'No.'}"));

    assertThat(messages(form, Map.of())).isEmpty();
  }

  @Test
  void missing_whenTheFormEntryRequiresIt_thenBuiltInMessage() {
    var document =
        json(
            """
            {'fields':{'nick':{'type':'text','schemaId':'displayName','label':{'key':'n'}},
              'f':{'type':'form','action':'traditionalRegistration',
                'fields':[{'name':'nick','required':true},{'name':'captcha'},'resendLink']}},
             'translations':{'en-US':{'n':'Nick name'}}}""");
    FlowForm form =
        new Flow("standard", "1", "en-US", document)
            .form("f", "traditionalRegistration")
            .orElseThrow();

    assertThat(form.fields()).hasSize(1);
    assertThat(messages(form, Map.of()))
        .containsExactly(Map.entry("nick", List.of("Nick name is required.")));
  }

  @Test
  void text_whenGiven_thenTrimmedAndNested() {
    FlowForm form = field("city", "text", ",'schemaId':'primaryAddress.city'");

    assertThat(process(form, Map.of("city", " Leiden ")).attributes())
        .isEqualTo(json("{'primaryAddress':{'city':'Leiden'}}"));
  }

  @Test
  void text_whenEmpty_thenNull_whenAbsent_thenUnchanged() {
    FlowForm form = field("firstName", "text", ",'schemaId':'givenName'");

    assertThat(process(form, Map.of("firstName", " ")).attributes())
        .isEqualTo(json("{'givenName':null}"));
    assertThat(process(form, Map.of()).attributes()).isEmpty();
  }

  @Test
  void password_whenSurroundedByBlanks_thenKept() {
    FlowForm form = field("newPassword", "password", ",'schemaId':'password'");

    assertThat(
            process(form, Map.of("newPassword", " s3cret ")).attributes().path("password").asText())
        .isEqualTo(" s3cret ");
    assertThat(process(form, Map.of("newPassword", "")).attributes()).isEmpty();
  }

  @Test
  void password_whenOver1024Bytes_thenRefusedWithoutAnyRule() {
    FlowForm form = field("currentPassword", "password", ",'schemaId':'password'");

    assertThat(messages(form, Map.of("currentPassword", "a".repeat(1024)))).isEmpty();
    assertThat(messages(form, Map.of("currentPassword", "ë".repeat(513))))
        .containsKey("currentPassword");
  }

  @Test
  void lengths_countCharactersOfTextAndBytesOfPasswords() {
    String limits = "{'rule':'minLength','value':2},{'rule':'maxLength','value':4}";
    FlowForm text = field("nick", "text", rules(limits));
    FlowForm password = field("pin", "password", rules(limits));

    assertThat(messages(text, Map.of("nick", "ë"))).containsKey("nick");
    assertThat(messages(text, Map.of("nick", "ëëëë"))).isEmpty();
    assertThat(messages(text, Map.of("nick", "😀😀😀😀"))).isEmpty();
    assertThat(messages(text, Map.of("nick", "ëëëëë"))).containsKey("nick");
    assertThat(messages(password, Map.of("pin", "ëëë"))).containsKey("pin");
  }

  @Test
  void empty_whenOptional_thenNoOtherRuleSpeaks() {
    FlowForm form =
        field(
            "nick",
            "text",
            rules("{'rule':'minLength','value':5},{'rule':'format','value':'alpha'}"));

    assertThat(messages(form, Map.of("nick", ""))).isEmpty();
  }

  @Test
  void severalRules_whenBroken_thenAllMessagesAreCollected() {
    FlowForm form =
        field(
            "nick",
            "text",
            rules(
                "{'rule':'minLength','value':5,'message':'Too short.'},{'rule':'format','value':'alpha','message':'Letters only.'}"));

    assertThat(messages(form, Map.of("nick", "a1")))
        .containsExactly(Map.entry("nick", List.of("Too short.", "Letters only.")));
  }

  @Test
  void match_whenDifferentOrMissing_thenRefused() {
    FlowForm form =
        form(
            "'a':{'type':'password','schemaId':'password'},'b':{'type':'password','schemaId':'password','validation':[{'rule':'match','value':'a','message':'Not equal.'}]}",
            "a",
            "b");

    assertThat(messages(form, Map.of("a", "x", "b", "x"))).isEmpty();
    assertThat(messages(form, Map.of("a", "x", "b", "x ")))
        .containsExactly(Map.entry("b", List.of("Not equal.")));
    assertThat(messages(form, Map.of("a", "x"))).containsKey("b");
    assertThat(messages(form, Map.of())).isEmpty();
  }

  @Test
  void matchOptions_whenNoOptionOrADisabledOne_thenRefused() {
    FlowForm form =
        field(
            "gender",
            "select",
            ",'schemaId':'gender','options':[{'value':'','disabled':true},{'value':'x','disabled':true},{'value':'female'}],'validation':[{'rule':'matchOptions','value':true}]");

    assertThat(messages(form, Map.of("gender", "female"))).isEmpty();
    assertThat(messages(form, Map.of("gender", "Female"))).containsKey("gender");
    assertThat(messages(form, Map.of("gender", "x"))).containsKey("gender");
  }

  @Test
  void alongWith_whenTheOtherIsGiven_thenNeeded() {
    FlowForm form =
        form(
            "'zip':{'type':'text','schemaId':'primaryAddress.zip','validation':[{'rule':'alongWith','value':['city']}]},'city':{'type':'text','schemaId':'primaryAddress.city'}",
            "zip",
            "city");

    assertThat(messages(form, Map.of("city", "Leiden"))).containsKey("zip");
    assertThat(messages(form, Map.of("city", "Leiden", "zip", "2311"))).isEmpty();
    assertThat(messages(form, Map.of())).isEmpty();
  }

  @Test
  void alongWith_whenOneNameIsGiven_thenAsAListOfOne() {
    FlowForm form =
        form(
            "'zip':{'type':'text','schemaId':'primaryAddress.zip','validation':[{'rule':'alongWith','value':'city','message':'Which code?'}]},'city':{'type':'text','schemaId':'primaryAddress.city'}",
            "zip",
            "city");

    assertThat(messages(form, Map.of("city", "Leiden")))
        .containsExactly(Map.entry("zip", List.of("Which code?")));
    assertThat(messages(form, Map.of("city", " "))).isEmpty();
  }

  @Test
  void format_whenAddress_thenOneThatTakesMail() {
    FlowForm form =
        field(
            "mail",
            "email",
            ",'schemaId':'email','validation':[{'rule':'format','value':'email','message':'No.'}]");

    assertThat(messages(form, Map.of("mail", " jo@example.com "))).isEmpty();
    for (String bad : List.of("jo", "jo@", "@example.com", "a@b@c.com", "jo@example.com,x@y.com")) {
      assertThat(messages(form, Map.of("mail", bad)))
          .containsExactly(Map.entry("mail", List.of("No.")));
    }
  }

  @Test
  void rules_whenTheLocaleHasTheirTexts_thenInItsLanguage_elseInEnglish() {
    var document =
        json(
            """
            {'fields':{'nick':{'type':'text','schemaId':'displayName','validation':[
                {'rule':'minLength','value':3,'message':{'key':'short'}},
                {'rule':'format','value':'alpha','message':{'key':'letters'}}]},
              'f':{'type':'form','action':'traditionalRegistration','fields':['nick']}},
             'translations':{'en-US':{'short':'Too short.','letters':'Letters only.'},
                             'nl-NL':{'short':'Te kort.','letters':''}}}""");
    FlowForm form =
        new Flow("standard", "1", "nl-NL", document)
            .form("f", "traditionalRegistration")
            .orElseThrow();

    assertThat(messages(form, Map.of("nick", "1")))
        .containsExactly(Map.entry("nick", List.of("Te kort.", "Letters only.")));
  }

  @Test
  void disableClientSide_andUnknownRules_changeNothingHere() {
    FlowForm form =
        field(
            "nick",
            "text",
            rules(
                "{'rule':'disableClientSide','value':true},{'rule':'minLength','value':3,'message':'Too short.'},{'rule':'ofTheFuture','value':true}"));

    assertThat(messages(form, Map.of("nick", "ab")))
        .containsExactly(Map.entry("nick", List.of("Too short.")));
    assertThat(messages(form, Map.of("nick", "abc"))).isEmpty();
  }

  @Test
  void settingRules_whenSettingIsSet_thenApplied() {
    FlowForm black = field("nick", "text", rules("{'rule':'blacklist','value':'blocked_words'}"));
    FlowForm white = field("nick", "text", rules("{'rule':'whitelist','value':'colours'}"));
    FlowForm regex = field("nick", "text", rules("{'rule':'serverRegexSetting','value':'plate'}"));

    assertThat(messages(black, Map.of("nick", "my-ALPHA!"))).containsKey("nick");
    assertThat(messages(black, Map.of("nick", "alphabet"))).isEmpty();
    assertThat(messages(white, Map.of("nick", "green"))).isEmpty();
    assertThat(messages(white, Map.of("nick", "blue"))).containsKey("nick");
    assertThat(messages(regex, Map.of("nick", "AB-12"))).isEmpty();
    assertThat(messages(regex, Map.of("nick", "ab-12"))).containsKey("nick");
  }

  @Test
  void settingRules_whenSettingIsNotSet_thenEverythingPasses() {
    String all =
        "{'rule':'blacklist','value':'none'},{'rule':'whitelist','value':'none'},{'rule':'serverRegexSetting','value':'none'}";

    assertThat(messages(field("nick", "text", rules(all)), Map.of("nick", "x"))).isEmpty();
  }

  @Test
  void settingRegex_whenMalformed_thenTheFlowIsMisconfigured() {
    FlowForm form = field("nick", "text", rules("{'rule':'serverRegexSetting','value':'broken'}"));

    assertThatThrownBy(() -> process(form, Map.of("nick", "x")))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void settingRegex_whenItGrowsBeyondMeasure_thenTheFlowIsMisconfigured() {
    FlowForm form = field("nick", "text", rules("{'rule':'serverRegexSetting','value':'huge'}"));

    assertThatThrownBy(() -> process(form, Map.of("nick", "x")))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void textTooLongToSearch_whenARuleWouldSearchIt_thenRefusedAtOnce() {
    for (String rule : List.of("format':'noWhitespace", "blacklist':'blocked_words")) {
      String[] parts = rule.split("':'");
      FlowForm form =
          field("nick", "text", rules("{'rule':'%s','value':'%s'}".formatted(parts[0], parts[1])));

      assertThat(messages(form, Map.of("nick", "x".repeat(4096)))).isEmpty();
      assertThat(messages(form, Map.of("nick", "x".repeat(4_000_000)))).containsKey("nick");
    }
  }

  @Test
  void emailDomain_whenListed_thenRefused() {
    for (String rule : List.of("emailDomainBlacklist", "emailDomainsBlacklist")) {
      FlowForm form =
          field("mail", "email", rules("{'rule':'%s','value':'blocked_domains'}".formatted(rule)));

      assertThat(messages(form, Map.of("mail", "jo@Example.ORG"))).containsKey("mail");
      assertThat(messages(form, Map.of("mail", "jo@badexample.org"))).isEmpty();
    }
  }

  @Test
  void browserRules_whenPresent_thenIgnored() {
    FlowForm form =
        field(
            "nick",
            "text",
            rules(
                "{'rule':'clientFunctionName','value':'f'},{'rule':'disableClientSide','value':true}"));

    assertThat(messages(form, Map.of("nick", "x"))).isEmpty();
  }

  @Test
  void attribute_whenItNoLongerExists_thenTheFlowIsMisconfigured() {
    FlowForm form = field("shoe", "text", ",'schemaId':'shoeSize'");

    assertThatThrownBy(() -> process(form, Map.of())).isInstanceOf(ProblemException.class);
  }

  @Test
  void value_whenItHoldsNul_thenRefused() {
    FlowForm form = field("firstName", "text", ",'schemaId':'givenName'");

    assertThat(messages(form, Map.of("firstName", "a\0b"))).containsKey("firstName");
  }

  @Test
  void numbers_whenTheAttributeIsOne_thenStoredAsSuch() {
    FlowForm age = field("age", "text", ",'schemaId':'age'");
    FlowForm score = field("score", "text", ",'schemaId':'score'");

    assertThat(process(age, Map.of("age", "41")).attributes().get("age").longValue()).isEqualTo(41);
    assertThat(messages(age, Map.of("age", "4.1"))).containsKey("age");
    assertThat(process(score, Map.of("score", "1.50")).attributes().get("score").decimalValue())
        .isEqualByComparingTo("1.5");
    assertThat(messages(score, Map.of("score", "9".repeat(41)))).containsKey("score");
  }

  @Test
  void checkbox_whenTheAttributeIsBoolean_thenPresenceIsTheValue() {
    FlowForm form = field("optIn", "checkbox", ",'schemaId':'optIn.status'");

    assertThat(process(form, Map.of("optIn", "false")).attributes())
        .isEqualTo(json("{'optIn':{'status':true}}"));
    assertThat(process(form, Map.of("optIn", "")).attributes())
        .isEqualTo(json("{'optIn':{'status':true}}"));
    assertThat(process(form, Map.of()).attributes()).isEqualTo(json("{'optIn':{'status':false}}"));
  }

  @Test
  void checkbox_whenRequiredAndAbsent_thenRefused() {
    FlowForm form = field("terms", "checkbox", ",'validation':[{'rule':'required','value':true}]");

    assertThat(messages(form, Map.of())).containsKey("terms");
    assertThat(messages(form, Map.of("terms", ""))).isEmpty();
  }

  @Test
  void multiPathField_whenGiven_thenEverySubfieldIsStored() {
    FlowForm form =
        field(
            "address",
            "text",
            ",'schemaId':{'town':'primaryAddress.city','zip':'/primaryAddress/zip'}");

    assertThat(
            process(form, Map.of("address[town]", "Leiden", "address[zip]", "2311")).attributes())
        .isEqualTo(json("{'primaryAddress':{'city':'Leiden','zip':'2311'}}"));
  }

  @Test
  void twoFieldsOnOneAttribute_whenGiven_thenTheFirstIsStored() {
    FlowForm form =
        form(
            "'a':{'type':'password','schemaId':'password'},'b':{'type':'password','schemaId':'password'}",
            "a",
            "b");

    assertThat(process(form, Map.of("a", "one", "b", "two")).attributes())
        .isEqualTo(json("{'password':'one'}"));
  }

  @Test
  void platformAttributes_whenAFlowMapsFieldsToThem_thenNeverWritten() {
    for (String path :
        List.of(
            "uuid",
            "id",
            "created",
            "lastUpdated",
            "emailVerified",
            "lastLogin",
            "deactivateAccount")) {
      FlowForm form = field("x", "text", ",'schemaId':'%s'".formatted(path));

      assertThat(process(form, Map.of("x", "1")).attributes()).isEmpty();
    }
  }

  @Test
  void readonly_whenSent_thenNotStored() {
    FlowForm form = field("nick", "readonly", ",'schemaId':'displayName'");

    assertThat(process(form, Map.of("nick", "x")).attributes()).isEmpty();
  }

  @Test
  void unknownParameters_whenSent_thenIgnored() {
    FlowForm form = field("nick", "text", ",'schemaId':'displayName'");

    assertThat(
            process(form, Map.of("nick", "Jo", "email", "x@example.com", "emailVerified", "now"))
                .attributes())
        .isEqualTo(json("{'displayName':'Jo'}"));
  }

  private static String rules(String rules) {
    return ",'schemaId':'displayName','validation':[%s]".formatted(rules);
  }

  private static ProcessedForm process(FlowForm form, Map<String, String> parameters) {
    return new FormProcessor(
            TestFlows.userSchema(), name -> Optional.ofNullable(SETTINGS.get(name)), TODAY)
        .process(form, given(parameters));
  }

  private static Map<String, List<String>> messages(FlowForm form, Map<String, String> parameters) {
    return process(form, parameters).invalid().messages();
  }
}
