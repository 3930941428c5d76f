package org.vestibule.auth.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.vestibule.platform.capture.directory.SchemaView;
import org.vestibule.platform.json.Json;

/** Flow documents and schemas for tests. */
public final class TestFlows {
  private TestFlows() {}

  /** Reads JSON in which single quotes stand for double ones. */
  public static JsonNode json(String text) {
    return Json.parse(text.replace('\'', '"'));
  }

  /** A flow with one sign-in form named {@code testForm} of these fields. */
  static FlowForm form(String fields, String... names) {
    String list = "'" + String.join("','", names) + "'";
    JsonNode document =
        json(
            """
            {'fields':{%s,
              'testForm':{'type':'form','action':'traditionalRegistration','fields':[%s]}},
             'translations':{'en-US':{'k':'Key text.'},'nl-NL':{}}}"""
                .formatted(fields, list));
    return new Flow("standard", "1", "en-US", document)
        .form("testForm", "traditionalRegistration")
        .orElseThrow();
  }

  /** A form of one field, given as the members after its type. */
  static FlowForm field(String name, String type, String members) {
    String field = "'%s':{'type':'%s'%s}".formatted(name, type, members);
    return form(field, name);
  }

  static FormParameters given(Map<String, String> parameters) {
    return name -> Optional.ofNullable(parameters.get(name));
  }

  /** The part of the default entity type that the forms of a standard flow touch. */
  public static SchemaView userSchema() {
    return new SchemaView(
        "1",
        "user",
        1,
        json(
            """
            [{'name':'uuid','type':'uuid'},{'name':'id','type':'id'},
             {'name':'created','type':'dateTime'},{'name':'lastUpdated','type':'dateTime'},
             {'name':'email','type':'string'},{'name':'password','type':'password-bcrypt'},
             {'name':'displayName','type':'string'},{'name':'givenName','type':'string'},
             {'name':'familyName','type':'string'},{'name':'gender','type':'string'},
             {'name':'birthday','type':'date'},{'name':'age','type':'integer'},
             {'name':'score','type':'decimal'},{'name':'emailVerified','type':'dateTime'},
             {'name':'deactivateAccount','type':'dateTime'},{'name':'lastLogin','type':'dateTime'},
             {'name':'optIn','type':'object','attr_defs':[{'name':'status','type':'boolean'}]},
             {'name':'primaryAddress','type':'object','attr_defs':[
               {'name':'city','type':'string'},{'name':'zip','type':'string'},
               {'name':'phone','type':'string'},{'name':'address1','type':'string'},
               {'name':'address2','type':'string'},{'name':'stateAbbreviation','type':'string'},
               {'name':'country','type':'string'}]}]"""),
        Map.of());
  }
}
