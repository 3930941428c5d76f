package org.vestibule.auth.factor.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.vestibule.auth.factor.FactorPerson;
import org.vestibule.auth.form.Flow;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.directory.ConfigDirectory;

/** Finds the texts of codes in the flow that somebody goes through. */
@Singleton
class CodeTexts {
  private static final String MESSAGE = "secondFactor";
  private static final String DEFAULT_LOCALE = "en-US";
  private static final String NEWEST = "HEAD";

  private final ConfigDirectory directory;

  CodeTexts(ConfigDirectory directory) {
    this.directory = directory;
  }

  /** The flow's texts; without a flow the built-in ones, because a code must not fail for them. */
  Uni<CodeText> text(FactorPerson person, CodeOrder order, String code) {
    return message(person.client(), order).map(it -> new CodeText(it, code, siteName(person)));
  }

  private Uni<JsonNode> message(ClientView client, CodeOrder order) {
    return given(order.flow())
        .or(() -> client.setting("default_flow_name"))
        .map(flow -> message(client, order, flow))
        .orElseGet(() -> Uni.createFrom().item(MissingNode.getInstance()));
  }

  private Uni<JsonNode> message(ClientView client, CodeOrder order, String flow) {
    String version =
        given(order.flowVersion()).or(() -> client.setting("default_flow_version")).orElse(NEWEST);
    String locale = given(order.locale()).orElse(DEFAULT_LOCALE);
    return directory
        .flow(client.applicationId(), flow, version)
        .map(
            found ->
                found
                    .map(it -> new Flow(it.name(), it.version(), locale, it.document()))
                    .map(it -> it.factorMessage(MESSAGE))
                    .orElseGet(MissingNode::getInstance));
  }

  private static String siteName(FactorPerson person) {
    return given(person.client().setting("site_name").orElse(null))
        .orElse(person.record().primaryDomain());
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).filter(it -> !it.isBlank());
  }
}
