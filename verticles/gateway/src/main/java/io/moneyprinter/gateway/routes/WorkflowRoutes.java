package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.orchestration.CheckWorkflow;
import io.moneyprinter.codecs.orchestration.GetWorkflow;
import io.moneyprinter.codecs.orchestration.ListWorkflows;
import io.moneyprinter.codecs.orchestration.WorkflowCheck;
import io.moneyprinter.codecs.orchestration.WorkflowDefinition;
import io.moneyprinter.codecs.orchestration.WorkflowFault;
import io.moneyprinter.codecs.orchestration.WorkflowMessages;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.EntityTag;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.Refusal;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** Shows the workflows that videos can follow, and looks over those that somebody writes. */
public final class WorkflowRoutes {
  private static final String YAML = "application/yaml";

  /** A workflow within JSON. */
  private record Body(String source) {}

  /**
   * What came of looking one over.
   *
   * @param workflow {@code null} when it cannot be run
   */
  private record Checked(
      boolean valid, List<WorkflowFault> violations, WorkflowDefinition workflow) {
    static Checked of(WorkflowCheck check) {
      return new Checked(check.faults().isEmpty(), check.faults(), check.workflow());
    }
  }

  private final EventBus bus;
  private final JsonBody<Body> bodies = new JsonBody<>(Body.class, Map.of());

  public WorkflowRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get("/v1/workflows", Scope.WORKFLOWS_READ, this::list);
    api.get("/v1/workflows/:name", Scope.WORKFLOWS_READ, this::get);
    api.trying().post("/v1/workflows/validate", Scope.WORKFLOWS_READ, this::check);
  }

  private Future<?> list(RoutingContext ctx) {
    return WorkflowMessages.LIST
        .ask(bus, new ListWorkflows(), Exchange.call(ctx))
        .compose(list -> Json.answer(ctx, 200, list));
  }

  private Future<?> get(RoutingContext ctx) {
    return WorkflowMessages.GET
        .ask(bus, new GetWorkflow(ctx.pathParam("name")), Exchange.call(ctx))
        .compose(found -> Json.answer(ctx, EntityTag.strong(found.hash()), found));
  }

  private Future<?> check(RoutingContext ctx) {
    return WorkflowMessages.CHECK
        .ask(bus, new CheckWorkflow(source(ctx)), Exchange.call(ctx))
        .compose(check -> Json.answer(ctx, 200, Checked.of(check)));
  }

  private String source(RoutingContext ctx) {
    if (JsonBody.saysJson(ctx)) {
      return bodies.read(ctx).source();
    }
    if (!JsonBody.mediaType(ctx).equals(YAML)) {
      throw new Refusal(
          415,
          "Send the workflow with Content-Type: application/yaml, or as source within"
              + " application/json");
    }
    return ctx.body().asString();
  }
}
