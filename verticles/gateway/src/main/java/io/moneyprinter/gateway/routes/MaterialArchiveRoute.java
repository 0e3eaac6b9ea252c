package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.materials.Asset;
import io.moneyprinter.codecs.materials.AssetVersion;
import io.moneyprinter.codecs.materials.GetAsset;
import io.moneyprinter.codecs.materials.LibraryMessages;
import io.moneyprinter.gateway.archive.ZipAnswer;
import io.moneyprinter.gateway.archive.ZipMember;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;

/** Hands out the files of several materials as one ZIP, each under its title. */
final class MaterialArchiveRoute {
  private static final int MOST = 50;
  private static final String NAME = "materials.zip";

  private final EventBus bus;
  private final ZipAnswer answer;

  MaterialArchiveRoute(EventBus bus, ZipAnswer answer) {
    this.bus = bus;
    this.answer = answer;
  }

  void mount(Api api) {
    api.get(MaterialRoutes.PATH + ".zip", Scope.MATERIALS_READ, this::several);
  }

  private Future<?> several(RoutingContext ctx) {
    return Future.all(ids(ctx).stream().map(id -> asset(ctx, id)).toList())
        .compose(
            all ->
                answer.send(
                    ctx, members(all.list()), "attachment" + DownloadName.parameters(NAME)));
  }

  private static List<String> ids(RoutingContext ctx) {
    String text =
        Query.text(ctx, "ids")
            .orElseThrow(() -> Query.wrong("ids", "has to be there: which materials are wanted"));
    List<String> ids = Arrays.stream(text.split(",", -1)).map(String::strip).distinct().toList();
    if (ids.size() > MOST) {
      throw Query.wrong("ids", "takes at most " + MOST + " materials; ask for the others after");
    }
    ids.stream()
        .filter(id -> !Query.isId(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw Query.wrong("ids", "takes ids of materials with commas between");
            });
    return ids;
  }

  private Future<Asset> asset(RoutingContext ctx, String id) {
    return LibraryMessages.GET_ASSET.ask(bus, new GetAsset(id), Exchange.call(ctx));
  }

  private static List<ZipMember> members(List<Asset> assets) {
    FreeNames names = new FreeNames();
    return assets.stream().map(asset -> member(asset, names)).toList();
  }

  private static ZipMember member(Asset asset, FreeNames names) {
    AssetVersion current = asset.current();
    String name = names.take(asset.title(), MaterialEnding.of(current.blob()));
    return new ZipMember(name, current.blob(), current.createdAt());
  }
}
