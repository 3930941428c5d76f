package org.vestibule.platform.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vestibule.platform.json.Json;

class TemplateTest {

  private static final String LINK = "https://example.com/verify?a=1&verification_code=k2";

  private final TemplateContext context =
      new TemplateContext(
          Map.of("email_verification_url", LINK),
          object("{'site_name':'Jo & Co','accent':'<b>bold</b>','off':false,'n':1.25,'empty':''}"),
          object(
              "{'displayName':'<Zoë>','email':'jo@example.com','emailVerified':null,"
                  + "'primaryAddress':{'city':'Köln'},"
                  + "'profiles':[{'domain':'a.example.com'},{'domain':'b.example.com'}],"
                  + "'tags':['x','y'],'none':[],'site':{}}"));

  @Test
  void documentedExample_rendersAsDocumented() {
    String source =
        "Hi {*#user*}{*&displayName*}{*/user*}, confirm your address for "
            + "{*#settings*}{*&site_name*}{*/settings*}: {*&email_verification_url*}";
    assertThat(text(source)).isEqualTo("Hi <Zoë>, confirm your address for Jo & Co: " + LINK);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      value = {
        "{*#user*}{*displayName*}{*/user*}                     | &lt;Zoë&gt;",
        "{* #user *}{* displayName *}{* /user *}               | &lt;Zoë&gt;",
        "{*user.displayName*}                                  | &lt;Zoë&gt;",
        "{*user.primaryAddress.city*}                          | Köln",
        "{*#user*}{*#primaryAddress*}{*city*}{*email*}{*/primaryAddress*}{*/user*} | Kölnjo@example.com",
        "[{*unknown*}]                                         | []",
        "[{*user.unknown.deeper*}]                             | []",
        "[{*user.emailVerified*}]                              | []",
        "[{*user.primaryAddress*}{*user.profiles*}]            | []",
        "{*settings.n*}                                        | 1.25",
        "{*settings.off*}                                      | false",
        "{*site_name*}                                         | Jo &amp; Co",
        "{*verify_email_url*}                                  | https://example.com/verify?a=1&amp;verification_code=k2",
        "{*#user*}{*#profiles*}<{*domain*}>{*/profiles*}{*/user*} | <a.example.com><b.example.com>",
        "{*#user*}{*#tags*}{*.*},{*/tags*}{*/user*}            | x,y,",
        "[{*#user*}{*#none*}no{*/none*}{*#site*}no{*/site*}{*#emailVerified*}no{*/emailVerified*}{*/user*}] | []",
        "[{*#settings*}{*#off*}no{*/off*}{*#empty*}no{*/empty*}{*/settings*}] | []",
        "[{*#nothing*}no{*/nothing*}]                          | []",
        "{*^nothing*}shown{*/nothing*}                         | shown",
        "[{*^settings*}no{*/settings*}]                        | []",
        "{*#user*}{*^none*}none of {*email*}{*/none*}{*/user*} | none of jo@example.com",
        "plain * {text} *} {{7*7}} ${x}                        | plain * {text} *} {{7*7}} ${x}"
      })
  void tags_followTheRules(String source, String expected) {
    assertThat(text(source)).isEqualTo(expected);
  }

  @Test
  void numbers_areWrittenPlainlyUnlessHuge() {
    TemplateContext numbers =
        new TemplateContext(Map.of(), object("{'a':1e3,'b':1e999999999}"), Json.object());
    String text = Template.parse("{*a*} {*b*}").render(numbers, OutputKind.TEXT_BODY);
    assertThat(text).isEqualTo("1000 1E+999999999");
  }

  private String text(String source) {
    return Template.parse(source).render(context, OutputKind.TEXT_BODY);
  }

  static ObjectNode object(String json) {
    return (ObjectNode) Json.parse(json.replace('\'', '"'));
  }
}
