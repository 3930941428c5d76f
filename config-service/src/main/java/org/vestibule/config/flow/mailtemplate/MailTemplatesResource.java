package org.vestibule.config.flow.mailtemplate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.vestibule.config.flow.FlowCall;
import org.vestibule.config.flow.FlowCalls;
import org.vestibule.config.flow.document.LocalizedName;
import org.vestibule.config.flow.wire.FlowReply;
import org.vestibule.config.flow.wire.MediaTypes;
import org.vestibule.config.wire.ConfigApi;
import org.vestibule.config.wire.ConfigProblemRenderer;
import org.vestibule.platform.problem.ApiFamily;

/** {@code .../locales/{locale}/mailTemplates}: the mails of a flow in one locale. */
@Path("/config/{app}/flows/{flow}/locales/{locale}/mailTemplates")
@ApiFamily(ConfigProblemRenderer.FAMILY)
public class MailTemplatesResource implements ConfigApi {
  private final FlowCalls calls;

  MailTemplatesResource(FlowCalls calls) {
    this.calls = calls;
  }

  /** CONF-34: the names of all mail templates. */
  @GET
  public Uni<Response> getMailTemplates(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getMailTemplates");
    return calls.read(call, head -> MailTemplates.list(head, locale));
  }

  /** CONF-35: a mail template. */
  @GET
  @Path("/{template}")
  public Uni<Response> getMailTemplate(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @PathParam("template") String template,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getMailTemplate");
    return calls.read(call, head -> MailTemplates.one(head, new LocalizedName(locale, template)));
  }

  /** CONF-36: other texts of a mail template. */
  @PUT
  @Path("/{template}")
  public Uni<Response> updateMailTemplate(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @PathParam("template") String template,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "updateMailTemplate");
    return calls.change(
        call, MailTemplates.replace(call.request(), new LocalizedName(locale, template)));
  }

  /** CONF-37: one body of a mail template. */
  @GET
  @Path("/{template}/body")
  public Uni<Response> getMailTemplateBody(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @PathParam("template") String template,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getMailTemplateBody");
    return calls.answer(
        call, head -> body(call, MailTemplates.require(head, new LocalizedName(locale, template))));
  }

  /** CONF-38: another body of a mail template. */
  @PUT
  @Path("/{template}/body")
  public Uni<Response> updateMailTemplateBody(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @PathParam("template") String template,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "updateMailTemplateBody");
    return calls.change(
        call, MailTemplates.replaceBody(call.request(), new LocalizedName(locale, template)));
  }

  /** CONF-39: the subject of a mail template. */
  @GET
  @Path("/{template}/subject")
  public Uni<Response> getMailTemplateSubject(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @PathParam("template") String template,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "getMailTemplateSubject");
    return calls.answer(
        call,
        head -> subject(call, MailTemplates.require(head, new LocalizedName(locale, template))));
  }

  /** CONF-40: another subject of a mail template. */
  @PUT
  @Path("/{template}/subject")
  public Uni<Response> updateMailTemplateSubject(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @PathParam("template") String template,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "updateMailTemplateSubject");
    return calls.change(
        call, MailTemplates.replaceSubject(call.request(), new LocalizedName(locale, template)));
  }

  /** What a mail looks like for a given profile; an addition of ours. */
  @POST
  @Path("/{template}/preview")
  public Uni<Response> previewMailTemplate(
      @PathParam("app") String applicationId,
      @PathParam("flow") String flow,
      @PathParam("locale") String locale,
      @PathParam("template") String template,
      @Context RoutingContext routing) {
    FlowCall call = FlowCalls.call(routing, applicationId, flow, "previewMailTemplate");
    return calls.read(
        call, head -> MailPreview.of(head, new LocalizedName(locale, template), call.request()));
  }

  /** Plain text is what a caller gets that does not say. */
  private static Response body(FlowCall call, ObjectNode mail) {
    String type = MediaTypes.accepted(call.request(), List.of("text/plain", "text/html"));
    return FlowReply.text(type, mail.path(MailPart.ofType(type).stored).asText());
  }

  private static Response subject(FlowCall call, ObjectNode mail) {
    String type = MediaTypes.accepted(call.request(), MailTemplates.SUBJECT_TYPES);
    return FlowReply.text(type, mail.path(MailPart.SUBJECT.stored).asText());
  }
}
