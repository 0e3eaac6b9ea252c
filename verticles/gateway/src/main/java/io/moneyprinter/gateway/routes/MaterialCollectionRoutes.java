package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.CollectAsset;
import io.moneyprinter.codecs.materials.CreateCollection;
import io.moneyprinter.codecs.materials.DropCollection;
import io.moneyprinter.codecs.materials.LibraryMessages;
import io.moneyprinter.codecs.materials.ListCollections;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Puts the materials of the caller's library together. */
public final class MaterialCollectionRoutes {
  static final String PATH = "/v1/materials/collections";

  /** What a body holds. */
  private record Body(String name) {}

  private static final JsonBody<Body> BODY = new JsonBody<>(Body.class, Map.of());

  private final EventBus bus;

  public MaterialCollectionRoutes(EventBus bus) {
    this.bus = bus;
  }

  /** Before the routes of one material, whose pattern these fit. */
  public void mount(Api api) {
    api.get(PATH, Scope.MATERIALS_READ, this::list);
    api.post(PATH, Scope.MATERIALS_WRITE, this::create);
    api.delete(PATH + "/:id", Scope.MATERIALS_WRITE, this::drop);
    api.put(PATH + "/:id/materials/:material", Scope.MATERIALS_WRITE, ctx -> collect(ctx, true));
    api.delete(
        PATH + "/:id/materials/:material", Scope.MATERIALS_WRITE, ctx -> collect(ctx, false));
  }

  private Future<?> list(RoutingContext ctx) {
    return LibraryMessages.LIST_COLLECTIONS
        .ask(bus, new ListCollections(), Exchange.call(ctx))
        .compose(all -> Json.answer(ctx, 200, all));
  }

  private Future<?> create(RoutingContext ctx) {
    String name = BODY.read(ctx).name();
    if (name == null) {
      throw ServiceFailure.invalid("/name", "A collection needs a name");
    }
    return LibraryMessages.CREATE_COLLECTION
        .ask(bus, new CreateCollection(name), Exchange.call(ctx))
        .compose(
            made -> {
              ctx.response()
                  .putHeader("Location", MaterialRoutes.PATH + "?collection=" + made.id());
              return Json.answer(ctx, 201, made);
            });
  }

  private Future<?> drop(RoutingContext ctx) {
    return LibraryMessages.DROP_COLLECTION
        .ask(bus, new DropCollection(Query.id(ctx, "collection")), Exchange.call(ctx))
        .compose(was -> Json.answer(ctx, 200, was));
  }

  private Future<?> collect(RoutingContext ctx, boolean member) {
    String material = ctx.pathParam("material");
    if (!Query.isId(material)) {
      throw ServiceFailure.notFound("There is no material with this id");
    }
    return LibraryMessages.COLLECT_ASSET
        .ask(
            bus,
            new CollectAsset(Query.id(ctx, "collection"), material, member),
            Exchange.call(ctx))
        .compose(changed -> Json.answer(ctx, 200, changed));
  }
}
