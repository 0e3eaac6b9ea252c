package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.materials.ListCandidates;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;

/** Tells what was looked at for the scenes of a video. */
public final class CandidateRoutes {
  private final EventBus bus;

  public CandidateRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get("/v1/videos/:id/candidates", Scope.VIDEOS_READ, this::list);
  }

  /** A video that is not there, or another tenant's, is told apart from one without candidates. */
  private Future<?> list(RoutingContext ctx) {
    String id = Query.id(ctx);
    return OrchestrationMessages.GET_JOB
        .ask(bus, new GetJob(id), Exchange.call(ctx))
        .compose(
            job ->
                MaterialsMessages.CANDIDATES.ask(
                    bus, new ListCandidates(job.id()), Exchange.call(ctx)))
        .compose(found -> Json.answer(ctx, 200, found));
  }
}
