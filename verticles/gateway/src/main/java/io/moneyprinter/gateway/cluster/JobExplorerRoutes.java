package io.moneyprinter.gateway.cluster;

import io.moneyprinter.codecs.orchestration.ExploreJobs;
import io.moneyprinter.codecs.orchestration.ExplorerMessages;
import io.moneyprinter.codecs.orchestration.InspectJob;
import io.moneyprinter.codecs.orchestration.JobLine;
import io.moneyprinter.codecs.orchestration.JobLineList;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** The jobs of all tenants, for operators. */
public final class JobExplorerRoutes {
  private static final int USUAL = 50;
  private static final int LONGEST_SEARCH = 200;

  /**
   * A page as callers see it.
   *
   * @param next cursor of the next page; absent on the last
   */
  private record View(List<JobLine> jobs, String next) {}

  private final EventBus bus;

  public JobExplorerRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get("/v1/admin/jobs", Scope.OWNER, this::list);
    api.get("/v1/admin/jobs/:id", Scope.OWNER, this::inspect);
  }

  private Future<?> list(RoutingContext ctx) {
    String search = Query.text(ctx, "search").orElse(null);
    if (search != null && (search.length() > LONGEST_SEARCH || search.indexOf('\0') >= 0)) {
      throw Query.wrong("search", "must be 1 to " + LONGEST_SEARCH + " visible characters");
    }
    String after = Query.text(ctx, "cursor").orElse(null);
    if (after != null && !Query.isId(after)) {
      throw Query.wrong("cursor", "must be what an earlier page gave as next");
    }
    ExploreJobs wish =
        new ExploreJobs(
            search,
            Query.word(ctx, "state", JobState.class),
            Query.text(ctx, "tenant").orElse(null),
            Query.instant(ctx, "since", /* fallback */ null),
            Query.instant(ctx, "until", /* fallback */ null),
            after,
            Query.number(ctx, "limit", 1, ExploreJobs.MOST, USUAL));
    return ExplorerMessages.EXPLORE_JOBS
        .ask(bus, wish, Exchange.call(ctx))
        .compose(page -> Json.answer(ctx, 200, view(page)));
  }

  private static View view(JobLineList page) {
    return new View(page.jobs(), page.more() ? page.jobs().get(page.jobs().size() - 1).id() : null);
  }

  private Future<?> inspect(RoutingContext ctx) {
    return ExplorerMessages.INSPECT_JOB
        .ask(bus, new InspectJob(Query.id(ctx, "job")), Exchange.call(ctx))
        .compose(graph -> Json.answer(ctx, 200, graph));
  }
}
