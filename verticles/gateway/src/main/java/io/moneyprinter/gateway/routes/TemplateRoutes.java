package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.content.CheckTemplate;
import io.moneyprinter.codecs.content.CheckedTemplate;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.DeleteTemplate;
import io.moneyprinter.codecs.content.GetTemplate;
import io.moneyprinter.codecs.content.ListTemplateVersions;
import io.moneyprinter.codecs.content.ListTemplates;
import io.moneyprinter.codecs.content.PutTemplate;
import io.moneyprinter.codecs.content.RenameTemplate;
import io.moneyprinter.codecs.content.Template;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.Query;
import io.moneyprinter.gateway.http.VersionTag;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** Keeps the templates of the caller's tenant. */
public final class TemplateRoutes {
  /** The body of a renaming. */
  private record NewName(String to) {}

  /** What would come of keeping one. */
  private record Checked(boolean valid, String name, int version, List<Violation> warnings) {
    static Checked of(CheckedTemplate checked) {
      return new Checked(true, checked.name(), checked.version(), checked.warnings());
    }
  }

  private final EventBus bus;
  private final JsonBody<TemplateBody> templates = new JsonBody<>(TemplateBody.class, Map.of());
  private final JsonBody<NewName> names = new JsonBody<>(NewName.class, Map.of());

  public TemplateRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get("/v1/templates", Scope.TEMPLATES_READ, this::list);
    api.get("/v1/templates/:name", Scope.TEMPLATES_READ, this::get);
    api.get("/v1/templates/:name/versions", Scope.TEMPLATES_READ, this::versions);
    api.trying().put("/v1/templates/:name", Scope.TEMPLATES_WRITE, this::put);
    api.post("/v1/templates/:name/rename", Scope.TEMPLATES_WRITE, this::rename);
    api.delete("/v1/templates/:name", Scope.TEMPLATES_WRITE, this::delete);
  }

  private Future<?> list(RoutingContext ctx) {
    return ContentMessages.TEMPLATES
        .ask(bus, new ListTemplates(), Exchange.call(ctx))
        .compose(list -> Json.answer(ctx, 200, list));
  }

  private Future<?> versions(RoutingContext ctx) {
    return ContentMessages.TEMPLATE_VERSIONS
        .ask(bus, new ListTemplateVersions(ctx.pathParam("name")), Exchange.call(ctx))
        .compose(list -> Json.answer(ctx, 200, list));
  }

  private Future<?> get(RoutingContext ctx) {
    Integer version =
        Query.text(ctx, "version")
            .map(text -> (int) Query.whole(text, "version", 1, Integer.MAX_VALUE))
            .orElse(null);
    return ContentMessages.GET_TEMPLATE
        .ask(bus, new GetTemplate(ctx.pathParam("name"), version), Exchange.call(ctx))
        .compose(found -> Json.answer(ctx, VersionTag.of(found.version()), TemplateView.of(found)));
  }

  private Future<?> put(RoutingContext ctx) {
    GetTemplate latest = new GetTemplate(ctx.pathParam("name"), /* version */ null);
    return VersionTag.expected(
            ctx,
            () ->
                ContentMessages.GET_TEMPLATE
                    .ask(bus, latest, Exchange.call(ctx))
                    .map(Template::version))
        .compose(expected -> put(ctx, expected));
  }

  private Future<?> put(RoutingContext ctx, Integer expected) {
    if (Query.flag(ctx, "dryRun")) {
      PutTemplate put = templates.read(ctx).put(ctx.pathParam("name"), expected);
      return ContentMessages.CHECK_TEMPLATE
          .ask(bus, new CheckTemplate(put), Exchange.call(ctx))
          .recover(cause -> VersionTag.refused(cause, expected))
          .compose(checked -> Json.answer(ctx, 200, Checked.of(checked)));
    }
    return ContentMessages.PUT_TEMPLATE
        .ask(bus, templates.read(ctx).put(ctx.pathParam("name"), expected), Exchange.call(ctx))
        .recover(cause -> VersionTag.refused(cause, expected))
        .compose(kept -> changed(ctx, kept));
  }

  private Future<?> rename(RoutingContext ctx) {
    String to = names.read(ctx).to();
    if (to == null) {
      throw Query.wrong("to", "must be the new name");
    }
    return command(
        ctx, ContentMessages.RENAME_TEMPLATE, new RenameTemplate(ctx.pathParam("name"), to));
  }

  private Future<?> delete(RoutingContext ctx) {
    return command(ctx, ContentMessages.DELETE_TEMPLATE, new DeleteTemplate(ctx.pathParam("name")));
  }

  private <Q extends Record> Future<?> command(
      RoutingContext ctx, Endpoint<Q, Template> endpoint, Q wish) {
    return endpoint.ask(bus, wish, Exchange.call(ctx)).compose(kept -> changed(ctx, kept));
  }

  private static Future<?> changed(RoutingContext ctx, Template kept) {
    ctx.response().putHeader("ETag", VersionTag.of(kept.version()));
    return Json.answer(ctx, 200, TemplateView.of(kept));
  }
}
