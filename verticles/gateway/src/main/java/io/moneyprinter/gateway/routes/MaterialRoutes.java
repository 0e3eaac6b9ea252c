package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Asset;
import io.moneyprinter.codecs.materials.AssetVersion;
import io.moneyprinter.codecs.materials.DeleteAsset;
import io.moneyprinter.codecs.materials.EditAsset;
import io.moneyprinter.codecs.materials.GetAsset;
import io.moneyprinter.codecs.materials.LibraryMessages;
import io.moneyprinter.codecs.materials.ListUses;
import io.moneyprinter.codecs.materials.SearchAssets;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.MediaPortrait;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Looks through, shows, describes and deletes what is in the caller's library. */
public final class MaterialRoutes {
  static final String PATH = "/v1/materials";

  private static final String ONE = PATH + "/:id";
  private static final int USUAL_PAGE = 20;

  /** What may be changed. */
  private record Description(String title, String description, List<String> tags, String licence) {}

  private enum Flag {
    TRUE,
    FALSE
  }

  private static final JsonBody<Description> BODY = new JsonBody<>(Description.class, Map.of());

  private final EventBus bus;
  private final FileAnswer files;

  /**
   * @param files brings the bytes of a blob onto this machine
   */
  public MaterialRoutes(Vertx vertx, Function<Blob, Future<Path>> files) {
    this.bus = vertx.eventBus();
    this.files = new FileAnswer(vertx, files);
  }

  public void mount(Api api) {
    api.get(PATH, Scope.MATERIALS_READ, this::search);
    api.get(ONE, Scope.MATERIALS_READ, ctx -> asset(ctx).compose(found -> show(ctx, found)));
    api.put(ONE, Scope.MATERIALS_WRITE, this::edit);
    api.delete(ONE, Scope.MATERIALS_WRITE, ctx -> delete(ctx, false));
    api.post(ONE + "/restore", Scope.MATERIALS_WRITE, ctx -> delete(ctx, true));
    api.get(ONE + "/uses", Scope.MATERIALS_READ, this::uses);
    api.get(ONE + "/file", Scope.MATERIALS_READ, this::file);
    api.get(
        ONE + "/thumbnail", Scope.MATERIALS_READ, ctx -> portrait(ctx, MediaPortrait::thumbnail));
    api.get(ONE + "/preview", Scope.MATERIALS_READ, ctx -> portrait(ctx, MediaPortrait::preview));
  }

  private Future<?> search(RoutingContext ctx) {
    SearchAssets search =
        new SearchAssets(
            Query.text(ctx, "q").orElse(null),
            Query.word(ctx, "kind", MediaInfo.Kind.class),
            Query.word(ctx, "orientation", Asset.Orientation.class),
            Query.text(ctx, "minSeconds").map(text -> seconds("minSeconds", text)).orElse(null),
            Query.text(ctx, "maxSeconds").map(text -> seconds("maxSeconds", text)).orElse(null),
            ctx.queryParam("tag"),
            Query.text(ctx, "collection").orElse(null),
            Query.word(ctx, "deleted", Flag.class) == Flag.TRUE,
            Query.number(ctx, "limit", 1, SearchAssets.MOST, USUAL_PAGE),
            Query.text(ctx, "cursor").orElse(null));
    return LibraryMessages.SEARCH_ASSETS
        .ask(bus, search, Exchange.call(ctx))
        .compose(
            page ->
                Json.answer(
                    ctx,
                    200,
                    new MaterialPage(
                        page.assets().stream().map(MaterialView::of).toList(), page.cursor())));
  }

  private static double seconds(String name, String text) {
    if (!text.matches("\\d{1,6}(\\.\\d{1,6})?")) {
      throw Query.wrong(name, "must be a number of seconds, not '" + text + "'");
    }
    return Double.parseDouble(text);
  }

  private Future<Asset> asset(RoutingContext ctx) {
    return LibraryMessages.GET_ASSET.ask(
        bus, new GetAsset(Query.id(ctx, "material")), Exchange.call(ctx));
  }

  private static Future<Void> show(RoutingContext ctx, Asset asset) {
    return Json.answer(ctx, 200, MaterialView.of(asset));
  }

  private Future<?> edit(RoutingContext ctx) {
    Description body = BODY.read(ctx);
    EditAsset wish =
        new EditAsset(
            Query.id(ctx, "material"),
            body.title(),
            body.description(),
            body.tags(),
            body.licence());
    return LibraryMessages.EDIT_ASSET
        .ask(bus, wish, Exchange.call(ctx))
        .compose(asset -> show(ctx, asset));
  }

  private Future<?> delete(RoutingContext ctx, boolean restore) {
    return LibraryMessages.DELETE_ASSET
        .ask(bus, new DeleteAsset(Query.id(ctx, "material"), restore), Exchange.call(ctx))
        .compose(asset -> show(ctx, asset));
  }

  private Future<?> uses(RoutingContext ctx) {
    return LibraryMessages.LIST_USES
        .ask(bus, new ListUses(Query.id(ctx, "material")), Exchange.call(ctx))
        .compose(uses -> Json.answer(ctx, 200, uses));
  }

  private Future<?> file(RoutingContext ctx) {
    int wanted = Query.number(ctx, "version", 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
    return asset(ctx)
        .compose(
            asset -> {
              AssetVersion version =
                  asset.versions().stream()
                      .filter(v -> wanted == Integer.MAX_VALUE || v.version() == wanted)
                      .findFirst()
                      .orElseThrow(MaterialRoutes::gone);
              return send(ctx, asset, version.blob());
            });
  }

  private Future<?> portrait(RoutingContext ctx, Function<MediaPortrait, Blob> part) {
    return asset(ctx)
        .compose(
            asset -> {
              MediaPortrait portrait = asset.current().portrait();
              Blob blob = portrait == null ? null : part.apply(portrait);
              if (blob == null) {
                throw gone();
              }
              return send(ctx, asset, blob);
            });
  }

  /** Never as anything but what it was found to be, and never to be run by a browser. */
  private Future<?> send(RoutingContext ctx, Asset asset, Blob blob) {
    String ending = MaterialEnding.of(blob);
    return files.send(
        ctx,
        blob,
        blob.mediaType(),
        "inline" + DownloadName.parameters(asset.title(), ending, "material" + ending),
        gone());
  }

  private static ServiceFailure gone() {
    return ServiceFailure.notFound("This material has no such file");
  }
}
