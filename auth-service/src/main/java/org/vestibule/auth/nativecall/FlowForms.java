package org.vestibule.auth.nativecall;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vestibule.auth.form.Flow;
import org.vestibule.auth.form.FlowForm;
import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.directory.ConfigDirectory;
import org.vestibule.platform.capture.directory.FlowView;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.Parameters;

/** Finds the flow and the form that a native call names (authentication.md 7.1). */
@Singleton
class FlowForms {
  private static final String DEFAULT_LOCALE = "en-US";
  private static final int LONGEST_NAME = 200;

  private static final int FORMS_KEPT = 1_000;

  private final ConfigDirectory directory;
  private final Cache<Key, FlowForm> read = Caffeine.newBuilder().maximumSize(FORMS_KEPT).build();

  FlowForms(ConfigDirectory directory) {
    this.directory = directory;
  }

  Uni<FlowForm> find(
      Parameters given, ClientView client, NativeArguments arguments, NativeOperation operation) {
    return arguments.isFlowless()
        ? Uni.createFrom().item(SocialForm.builtIn(arguments.locale().orElse(DEFAULT_LOCALE)))
        : flow(given, client, arguments)
            .map(view -> form(view, client.applicationId(), arguments, operation));
  }

  private Uni<FlowView> flow(Parameters given, ClientView client, NativeArguments arguments) {
    boolean namesHead = given.filled("flow_version").filter("HEAD"::equals).isPresent();
    boolean tooLong = arguments.flow().length() + arguments.version().length() > LONGEST_NAME;
    return namesHead || tooLong
        ? notFound(arguments).fail()
        : directory
            .flow(client.applicationId(), arguments.flow(), arguments.version())
            .map(found -> found.orElseThrow(() -> notFound(arguments).exception()));
  }

  /** A form is read once, as long as the directory knows the same document. */
  private FlowForm form(
      FlowView view, String application, NativeArguments arguments, NativeOperation operation) {
    Key key =
        new Key(
            application,
            view.name(),
            view.version(),
            arguments.locale(),
            arguments.form(),
            operation);
    FlowForm known = read.getIfPresent(key);
    if (known != null && known.flow().document() == view.document()) {
      return known;
    }
    FlowForm form = form(localized(view, arguments), arguments.form(), operation);
    read.put(key, form);
    return form;
  }

  private static Flow localized(FlowView view, NativeArguments arguments) {
    String locale = arguments.locale().orElse(DEFAULT_LOCALE);
    if (Flow.speaks(view.document(), locale)) {
      return new Flow(view.name(), view.version(), locale, view.document());
    }
    throw arguments.locale().isEmpty()
        ? CaptureProblem.missingArguments(List.of("locale")).exception()
        : notFound(arguments).exception();
  }

  private static CaptureProblem notFound(NativeArguments arguments) {
    return CaptureProblem.flowNotFound(
        arguments.flow(), arguments.version(), arguments.locale().orElse(DEFAULT_LOCALE));
  }

  private static FlowForm form(Flow flow, Optional<String> name, NativeOperation operation) {
    return operation.isFormless()
        ? new FlowForm(flow, "", List.of(), Set.of(), Map.of())
        : name.map(form -> named(flow, form, operation)).orElseGet(() -> unnamed(flow, operation));
  }

  private static FlowForm unnamed(Flow flow, NativeOperation operation) {
    return operation.needsForm() ? only(flow, operation) : SocialForm.of(flow, operation.action());
  }

  private static FlowForm named(Flow flow, String form, NativeOperation operation) {
    return flow.form(form, operation.action())
        .or(() -> flow.form(NativeOperation.standIn(form), operation.action()))
        .orElseThrow(() -> CaptureProblem.noSuchForm(form).exception());
  }

  private static FlowForm only(Flow flow, NativeOperation operation) {
    List<FlowForm> forms = flow.forms(operation.action());
    if (forms.size() != 1) {
      throw CaptureProblem.missingArguments(List.of("form")).exception();
    }
    return forms.get(0);
  }

  /** Only what a flow has comes to be known, so that no caller fills the memory with names. */
  private record Key(
      String application,
      String flow,
      String version,
      Optional<String> locale,
      Optional<String> form,
      NativeOperation operation) {}
}
