package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.LinkList;
import io.moneyprinter.codecs.storage.ListLinks;
import io.moneyprinter.codecs.storage.RevokeLink;
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
import java.util.regex.Pattern;

/** Makes, lists and revokes links by which files are fetched without a login. */
public final class LinkRoutes {
  static final String PATH = "/v1/storage/links";

  private static final int USUAL_PAGE = 20;
  private static final int MAX_PAGE = 100;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");

  private static final JsonBody<LinkBody> BODY =
      new JsonBody<>(LinkBody.class, Map.of("/key", "The key of a stored file is given as object"));

  /**
   * A page of links.
   *
   * @param next path of the next page; {@code null} on the last
   */
  private record Page(List<LinkView> links, String next) {}

  private final EventBus bus;
  private final LinkTarget targets;

  public LinkRoutes(EventBus bus) {
    this.bus = bus;
    this.targets = new LinkTarget(bus);
  }

  public void mount(Api api) {
    api.post(PATH, Scope.VIDEOS_WRITE, this::create);
    api.get(PATH, Scope.VIDEOS_READ, this::list);
    api.delete(PATH + "/:id", Scope.VIDEOS_WRITE, this::revoke);
  }

  private Future<?> create(RoutingContext ctx) {
    return targets
        .of(BODY.read(ctx), Exchange.call(ctx))
        .compose(wish -> StorageMessages.CREATE_LINK.ask(bus, wish, Exchange.call(ctx)))
        .compose(
            link -> {
              LinkView view = LinkView.of(link);
              ctx.response().putHeader("Location", view.links().self());
              return Json.answer(ctx, 201, view);
            });
  }

  private Future<?> list(RoutingContext ctx) {
    int limit = Query.number(ctx, "limit", 1, MAX_PAGE, USUAL_PAGE);
    String after = Query.text(ctx, "after").orElse(null);
    if (after != null && !ID.matcher(after).matches()) {
      throw Query.wrong("after", "must be the id of a link");
    }
    String video = Query.text(ctx, "video").orElse(null);
    if (video != null && !Query.isId(video)) {
      throw Query.wrong("video", "must be the id of a video");
    }
    String subject = video == null ? null : "video/" + video;
    return StorageMessages.LIST_LINKS
        .ask(bus, new ListLinks(subject, after, limit), Exchange.call(ctx))
        .compose(found -> Json.answer(ctx, 200, page(found, limit, video)));
  }

  private static Page page(LinkList found, int limit, String video) {
    List<LinkView> links = found.links().stream().map(LinkView::of).toList();
    String next =
        found.more()
            ? PATH
                + "?limit="
                + limit
                + "&after="
                + links.get(links.size() - 1).id()
                + (video == null ? "" : "&video=" + video)
            : null;
    return new Page(links, next);
  }

  private Future<?> revoke(RoutingContext ctx) {
    String id = ctx.pathParam("id");
    if (!ID.matcher(id).matches()) {
      throw ServiceFailure.notFound("There is no such link");
    }
    return StorageMessages.REVOKE_LINK
        .ask(bus, new RevokeLink(id), Exchange.call(ctx))
        .compose(link -> Json.answer(ctx, 200, LinkView.of(link)));
  }
}
