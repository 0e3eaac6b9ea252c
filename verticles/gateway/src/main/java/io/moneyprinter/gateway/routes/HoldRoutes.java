package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.LiftHolds;
import io.moneyprinter.codecs.storage.ListHoldEvents;
import io.moneyprinter.codecs.storage.ListHolds;
import io.moneyprinter.codecs.storage.ReleaseFiles;
import io.moneyprinter.codecs.storage.SetHolds;
import io.moneyprinter.codecs.storage.StorageMessages;
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

/** Holds stored files for good, and gives them up. */
public final class HoldRoutes {
  private static final int USUAL = 100;
  private static final int MOST = 1_000;

  /**
   * Which files, and why.
   *
   * @param keys of files; {@code null} for those of the video
   * @param video id of one whose files are meant; {@code null} for those of the keys
   */
  record Wish(List<String> keys, String video, String reason) {}

  private final JsonBody<Wish> wishes = new JsonBody<>(Wish.class, Map.of());
  private final EventBus bus;
  private final VideoFiles videos;

  public HoldRoutes(EventBus bus) {
    this.bus = bus;
    this.videos = new VideoFiles(bus);
  }

  public void mount(Api api) {
    api.get("/v1/storage/holds", Scope.OWNER, this::list);
    api.post("/v1/storage/holds", Scope.OWNER, this::set);
    api.post("/v1/storage/holds/lift", Scope.OWNER, this::lift);
    api.get("/v1/storage/holds/events", Scope.OWNER, this::events);
    api.delete("/v1/storage/files/:key", Scope.VIDEOS_WRITE, this::release);
    api.delete("/v1/videos/:id/files", Scope.VIDEOS_WRITE, this::releaseVideo);
  }

  private Future<?> list(RoutingContext ctx) {
    return StorageMessages.LIST_HOLDS
        .ask(bus, new ListHolds(null), Exchange.call(ctx))
        .compose(holds -> Json.answer(ctx, 200, holds));
  }

  private Future<?> set(RoutingContext ctx) {
    Wish wish = wishes.read(ctx);
    return keys(ctx, wish)
        .compose(
            keys ->
                StorageMessages.SET_HOLDS.ask(
                    bus, new SetHolds(keys, wish.reason()), Exchange.call(ctx)))
        .compose(holds -> Json.answer(ctx, 200, holds));
  }

  private Future<?> lift(RoutingContext ctx) {
    Wish wish = wishes.read(ctx);
    return keys(ctx, wish)
        .compose(
            keys ->
                StorageMessages.LIFT_HOLDS.ask(
                    bus, new LiftHolds(keys, wish.reason()), Exchange.call(ctx)))
        .compose(holds -> Json.answer(ctx, 200, holds));
  }

  private Future<List<String>> keys(RoutingContext ctx, Wish wish) {
    if ((wish.keys() == null) == (wish.video() == null)) {
      throw ServiceFailure.invalid("", "Name either keys or a video");
    }
    return wish.keys() != null
        ? Future.succeededFuture(wish.keys())
        : videos.of(wish.video(), Exchange.call(ctx)).map(VideoFiles::keys);
  }

  private Future<?> events(RoutingContext ctx) {
    Long before =
        Query.text(ctx, "before")
            .map(text -> Query.whole(text, "before", 1, Long.MAX_VALUE))
            .orElse(null);
    int limit = Query.number(ctx, "limit", 1, MOST, USUAL);
    return StorageMessages.LIST_HOLD_EVENTS
        .ask(bus, new ListHoldEvents(before, limit), Exchange.call(ctx))
        .compose(events -> Json.answer(ctx, 200, events));
  }

  private Future<?> release(RoutingContext ctx) {
    String key = ctx.pathParam("key");
    if (!Blob.isKey(key)) {
      throw ServiceFailure.notFound("There is no file of this key: one has 64 hex digits");
    }
    return release(ctx, List.of(key), null);
  }

  private Future<?> releaseVideo(RoutingContext ctx) {
    return videos
        .of(Query.id(ctx), Exchange.call(ctx))
        .compose(
            job -> {
              if (!job.state().terminal()) {
                throw ServiceFailure.conflict(
                    "The video is being made: cancel it before its files are deleted");
              }
              return release(ctx, VideoFiles.keys(job), job.id());
            });
  }

  private Future<?> release(RoutingContext ctx, List<String> keys, String except) {
    return StorageMessages.RELEASE
        .ask(bus, new ReleaseFiles(keys, except), Exchange.call(ctx))
        .compose(released -> Json.answer(ctx, 200, released));
  }
}
