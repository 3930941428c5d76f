package org.vestibule.config.flow.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vestibule.config.flow.Edited;
import org.vestibule.config.flow.FlowEdit;
import org.vestibule.config.flow.FlowHead;
import org.vestibule.config.flow.Items;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.config.flow.document.Section;
import org.vestibule.config.flow.wire.FlowError;
import org.vestibule.platform.json.Json;

/**
 * The upgrade {@code v2}, which gives a flow what Hosted Login shows: the strings, links, screens
 * and the registration form of the flow {@code standard}; what a flow has is left as it is.
 */
final class Upgrade {
  private static final String NAME = "v2";
  private static final String FORM = "traditionalRegistrationForm";
  private static final String NEXT = "next";
  private static final List<String> SCREENS =
      List.of(
          "signIn",
          "loginSuccess",
          "logoutSuccess",
          "traditionalRegistration",
          "socialRegistration",
          "registrationSuccess",
          "verifyEmail",
          "verifyEmailSuccess",
          "resendVerificationSuccess",
          "resetPassword",
          "resetPasswordSuccess",
          "resetPasswordCodeExchange",
          "manageProfile",
          "visitingMessage",
          "deleteAccountSuccess",
          "authRule_reqAttrs",
          "authRule_secondFactor",
          "authRule_secondFactorLoginCode",
          "authRule_consents");

  private final FlowDocument standard;
  private final FlowDocument flow;

  private Upgrade(FlowDocument standard, FlowDocument flow) {
    this.standard = standard;
    this.flow = flow;
  }

  static JsonNode list(FlowHead head) {
    return head.list("/upgrades", List.of(NAME));
  }

  static ObjectNode dryRun(FlowHead head, FlowDocument standard, String upgrade) {
    requireKnown(upgrade);
    Upgrade open = new Upgrade(standard, head.document());
    ObjectNode json = Json.object();
    ArrayNode adds = json.putArray("itemsToAdd");
    open.missingItems().forEach(it -> adds.add("fields." + it));
    open.missingScreens().forEach(it -> adds.add("screens." + it));
    ArrayNode deletes = json.putArray("itemsToDelete");
    if (open.hasNext()) {
      deletes.add("fields." + FORM + "." + NEXT);
    }
    return json;
  }

  static FlowEdit apply(FlowDocument standard, String upgrade) {
    return head -> {
      requireKnown(upgrade);
      Upgrade open = new Upgrade(standard, head.document());
      return new Edited(open.applied(), "Upgraded to " + NAME, upgrade);
    };
  }

  private static void requireKnown(String upgrade) {
    if (!upgrade.equals(NAME)) {
      throw FlowError.UPGRADE_NOT_FOUND.exception();
    }
  }

  private FlowDocument applied() {
    FlowDocument changed = flow;
    for (String item : missingItems()) {
      ObjectNode body = standard.find(Section.ITEM, item).orElseThrow();
      changed = withTexts(changed, body).with(Section.ITEM, item, body);
    }
    for (String screen : missingScreens()) {
      changed = changed.with(Section.SCREEN, screen, standard.all(Section.SCREEN).get(screen));
    }
    return hasNext() ? withoutNext(changed) : changed;
  }

  /** Missing strings and links, and the form with the fields that it lacks. */
  private List<String> missingItems() {
    List<String> wanted = new ArrayList<>();
    for (Map.Entry<String, ObjectNode> item : standard.all(Section.ITEM).entrySet()) {
      boolean isText = item.getKey().startsWith("text");
      if (isText || Items.LINK.equals(Items.type(item.getValue()))) {
        wanted.add(item.getKey());
      }
    }
    if (flow.find(Section.ITEM, FORM).isEmpty()) {
      ObjectNode form = standard.find(Section.ITEM, FORM).orElseThrow();
      form.path("fields").forEach(it -> wanted.add(Items.entryName(it)));
      wanted.add(FORM);
    }
    wanted.removeIf(it -> flow.find(Section.ITEM, it).isPresent());
    return wanted;
  }

  private List<String> missingScreens() {
    return SCREENS.stream().filter(it -> flow.find(Section.SCREEN, it).isEmpty()).toList();
  }

  private boolean hasNext() {
    return flow.find(Section.ITEM, FORM).filter(it -> it.has(NEXT)).isPresent();
  }

  private static FlowDocument withoutNext(FlowDocument document) {
    ObjectNode form = document.find(Section.ITEM, FORM).orElseThrow().deepCopy();
    form.remove(NEXT);
    return document.with(Section.ITEM, FORM, form);
  }

  /** The texts of an item in the locales of the flow; in English where we do not speak one. */
  private FlowDocument withTexts(FlowDocument document, ObjectNode item) {
    FlowDocument changed = document;
    for (String key : item.findValuesAsText("key")) {
      if (changed.find(Section.TEXT, key).isEmpty()) {
        changed = changed.with(Section.TEXT, key, texts(key));
      }
    }
    return changed;
  }

  private ObjectNode texts(String key) {
    ObjectNode ours = standard.find(Section.TEXT, key).orElseThrow();
    ObjectNode texts = Json.object();
    flow.locales().forEach(it -> texts.set(it, ours.has(it) ? ours.get(it) : ours.path("en-US")));
    return texts;
  }
}
