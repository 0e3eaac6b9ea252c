package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.queue.DropDeadLetters;
import io.moneyprinter.codecs.queue.ListDeadLetters;
import io.moneyprinter.codecs.queue.QueueMessages;
import io.moneyprinter.codecs.queue.ReplayDeadLetters;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** Shows the tickets that the task queue gave up, and replays or drops them. */
public final class DeadLetterRoutes {
  private static final int USUAL = 100;

  private final JsonBody<ReplayDeadLetters> replays =
      new JsonBody<>(ReplayDeadLetters.class, Map.of());
  private final JsonBody<DropDeadLetters> drops = new JsonBody<>(DropDeadLetters.class, Map.of());
  private final EventBus bus;

  public DeadLetterRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get("/v1/admin/dead-letters", Scope.OWNER, this::list);
    api.post("/v1/admin/dead-letters/replay", Scope.OWNER, this::replay);
    api.post("/v1/admin/dead-letters/drop", Scope.OWNER, this::drop);
  }

  private Future<?> list(RoutingContext ctx) {
    int limit = Query.number(ctx, "limit", 1, ListDeadLetters.MOST, USUAL);
    return QueueMessages.LIST_DEAD_LETTERS
        .ask(bus, new ListDeadLetters(limit), Exchange.call(ctx))
        .compose(found -> Json.answer(ctx, 200, found));
  }

  private Future<?> replay(RoutingContext ctx) {
    ReplayDeadLetters wish = replays.read(ctx);
    requireIds(wish.ids());
    return QueueMessages.REPLAY_DEAD_LETTERS
        .ask(bus, wish, Exchange.call(ctx))
        .compose(count -> Json.answer(ctx, 200, count));
  }

  private Future<?> drop(RoutingContext ctx) {
    DropDeadLetters wish = drops.read(ctx);
    requireIds(wish.ids());
    return QueueMessages.DROP_DEAD_LETTERS
        .ask(bus, wish, Exchange.call(ctx))
        .compose(count -> Json.answer(ctx, 200, count));
  }

  private static void requireIds(List<String> ids) {
    ids.stream()
        .filter(id -> !Query.isId(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw ServiceFailure.invalid(
                  "/ids", "'" + id + "' is not the id of a dead letter; the list shows them");
            });
  }
}
