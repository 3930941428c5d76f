package org.vestibule.auth.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vestibule.auth.form.TestFlows.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class FlowTest {
  private static final JsonNode DOCUMENT =
      json(
          """
          {'fields':{
             'user':{'type':'multiIdentifierAuth','schemaId':['email','displayName']},
             'pass':{'type':'password','schemaId':'password','label':{'key':'p'}},
             'signInForm':{'type':'form','action':'traditionalSignin','fields':['user','pass'],
               'validation':[{'rule':'invalidPassword','message':{'key':'bad'}}]},
             'registrationForm':{'type':'form','action':'traditionalRegistration','fields':['pass']},
             'text1':{'type':'string','value':{'key':'p'}}},
           'translations':{'en-US':{'p':'Password','bad':'Wrong.'},'nl-NL':{'p':'Wachtwoord','bad':''}}}""");

  @Test
  void form_whenItServesAnotherAction_thenNotFound() {
    Flow flow = new Flow("standard", "1", "en-US", DOCUMENT);

    assertThat(flow.form("signInForm", "traditionalSignin")).isPresent();
    assertThat(flow.form("signinform", "traditionalSignin")).isEmpty();
    assertThat(flow.form("registrationForm", "traditionalSignin")).isEmpty();
    assertThat(flow.form("text1", "traditionalSignin")).isEmpty();
    assertThat(flow.forms("traditionalSignin"))
        .extracting(FlowForm::name)
        .containsExactly("signInForm");
  }

  @Test
  void texts_comeFromTheLocale_andFromEnglishWhereItHasNone() {
    FlowForm dutch = new Flow("standard", "1", "nl-NL", DOCUMENT).forms("traditionalSignin").get(0);

    assertThat(dutch.passwordField().orElseThrow().label()).isEqualTo("Wachtwoord");
    assertThat(dutch.invalidCredentials()).isEqualTo("Wrong.");
  }

  @Test
  void invalidCredentials_whenTheFormHasNoText_thenTheBuiltInOne() {
    FlowForm form =
        new Flow("standard", "1", "en-US", DOCUMENT).forms("traditionalRegistration").get(0);

    assertThat(form.invalidCredentials())
        .isEqualTo("Incorrect username or password. Please try again.");
  }

  @Test
  void identifierField_isTheFirstThatIsNoPassword() {
    FlowForm form = new Flow("standard", "1", "en-US", DOCUMENT).forms("traditionalSignin").get(0);

    assertThat(form.identifierField().orElseThrow().attributes())
        .containsExactly("email", "displayName");
    assertThat(form.fieldOf("displayName").orElseThrow().name()).isEqualTo("user");
  }

  @Test
  void locale_whenTheFlowHasNoTexts_thenNotSpoken() {
    assertThat(Flow.speaks(DOCUMENT, "nl-NL")).isTrue();
    assertThat(Flow.speaks(DOCUMENT, "fr-FR")).isFalse();
    assertThat(Flow.speaks(DOCUMENT, "")).isFalse();
  }
}
