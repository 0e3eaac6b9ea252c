package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.notification.DeleteNotices;
import io.moneyprinter.codecs.notification.Digest;
import io.moneyprinter.codecs.notification.GetNoticePreferences;
import io.moneyprinter.codecs.notification.KindChannels;
import io.moneyprinter.codecs.notification.ListNotices;
import io.moneyprinter.codecs.notification.MarkNotices;
import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.codecs.notification.NoticeList;
import io.moneyprinter.codecs.notification.NoticePreferences;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.notification.PutNoticePreferences;
import io.moneyprinter.codecs.notification.QuietHours;
import io.moneyprinter.codecs.notification.Unsubscribe;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Cursor;
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

/** The caller's own notices, and how they want to be told. */
public final class NoticeRoutes {
  static final String PATH = "/v1/notifications";

  private static final String LIST = "notifications";
  private static final int USUAL_PAGE = 20;
  private static final int MAX_PAGE = 100;

  /**
   * @param ids absent for all
   * @param upTo with all: only those up to this number
   * @param read false marks them as unread
   */
  private record Mark(List<String> ids, Long upTo, Boolean read) {}

  private record Choice(
      String language,
      String zone,
      QuietHours quiet,
      Digest digest,
      Integer digestAt,
      List<KindChannels> kinds) {
    NoticePreferences wish() {
      return new NoticePreferences(0, language, zone, quiet, digest, digestAt, kinds, null, null);
    }
  }

  /**
   * @param next path of the next page; {@code null} on the last
   */
  private record Page(List<Notice> notifications, int unread, String next) {}

  private final EventBus bus;
  private final JsonBody<Mark> marks = new JsonBody<>(Mark.class, Map.of());
  private final JsonBody<Choice> choices =
      new JsonBody<>(
          Choice.class,
          Map.of(
              "/email", "The address is the one of the account; change it there",
              "/version", "The version is told by the header If-Match"));

  public NoticeRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get(PATH, Scope.ACCOUNT_READ, this::list);
    api.post(PATH + "/read", Scope.ACCOUNT_WRITE, this::mark);
    api.get(PATH + "/preferences", Scope.ACCOUNT_READ, this::preferences);
    api.put(PATH + "/preferences", Scope.ACCOUNT_WRITE, this::choose);
    api.delete(PATH + "/:id", Scope.ACCOUNT_WRITE, this::delete);
  }

  /** What a letter leads to needs no login. */
  public void mountPublic(Api api) {
    api.get(PATH + "/unsubscribe", Scope.PUBLIC, this::show);
    api.post(PATH + "/unsubscribe", Scope.PUBLIC, this::unsubscribe);
  }

  /** Programs look into addresses of letters; only the button changes anything (RFC 8058). */
  private Future<?> show(RoutingContext ctx) {
    return ctx.response().setStatusCode(303).putHeader("Location", "/notifications").end();
  }

  private Future<?> unsubscribe(RoutingContext ctx) {
    String token =
        Query.text(ctx, "token").orElseThrow(() -> Query.wrong("token", "must be the letter's"));
    return NotificationMessages.UNSUBSCRIBE
        .ask(bus, new Unsubscribe(token), Exchange.call(ctx))
        .compose(done -> Json.answer(ctx, 200, done));
  }

  private Future<?> list(RoutingContext ctx) {
    int limit = Query.number(ctx, "limit", 1, MAX_PAGE, USUAL_PAGE);
    boolean unread = Query.flag(ctx, "unread");
    NoticeKind kind = Query.word(ctx, "kind", NoticeKind.class);
    String language = Query.text(ctx, "language").orElse(null);
    Long before =
        Cursor.read(ctx, LIST)
            .map(text -> Query.whole(text, "cursor", 1, Long.MAX_VALUE))
            .orElse(null);
    return NotificationMessages.LIST
        .ask(bus, new ListNotices(before, limit, unread, kind, language), Exchange.call(ctx))
        .compose(found -> Json.answer(ctx, 200, page(ctx, found, limit)));
  }

  private static Page page(RoutingContext ctx, NoticeList found, int limit) {
    List<Notice> notices = found.notices();
    if (!found.more() || notices.isEmpty()) {
      return new Page(notices, found.unread(), null);
    }
    StringBuilder next =
        new StringBuilder(PATH)
            .append("?limit=")
            .append(limit)
            .append("&cursor=")
            .append(Cursor.after(LIST, notices.get(notices.size() - 1).number()));
    for (String filter : List.of("unread", "kind", "language")) {
      Query.text(ctx, filter).ifPresent(v -> next.append('&').append(filter).append('=').append(v));
    }
    return new Page(notices, found.unread(), next.toString());
  }

  private Future<?> mark(RoutingContext ctx) {
    Mark mark = marks.read(ctx);
    return NotificationMessages.MARK
        .ask(
            bus,
            new MarkNotices(mark.ids(), mark.upTo(), mark.read() == null || mark.read()),
            Exchange.call(ctx))
        .compose(done -> Json.answer(ctx, 200, done));
  }

  private Future<?> delete(RoutingContext ctx) {
    return NotificationMessages.DELETE
        .ask(bus, new DeleteNotices(List.of(Query.id(ctx, "notification"))), Exchange.call(ctx))
        .compose(done -> Json.answer(ctx, 200, done));
  }

  private Future<NoticePreferences> kept(RoutingContext ctx) {
    return NotificationMessages.PREFERENCES.ask(
        bus, new GetNoticePreferences(), Exchange.call(ctx));
  }

  private Future<?> preferences(RoutingContext ctx) {
    return kept(ctx).compose(found -> Json.answer(ctx, VersionTag.of(found.version()), found));
  }

  private Future<?> choose(RoutingContext ctx) {
    return VersionTag.expected(ctx, () -> kept(ctx).map(NoticePreferences::version))
        .compose(expected -> choose(ctx, expected));
  }

  private Future<?> choose(RoutingContext ctx, Integer expected) {
    return NotificationMessages.PUT_PREFERENCES
        .ask(bus, new PutNoticePreferences(choices.read(ctx).wish(), expected), Exchange.call(ctx))
        .recover(cause -> VersionTag.refused(cause, expected))
        .compose(
            kept -> {
              ctx.response().putHeader("ETag", VersionTag.of(kept.version()));
              return Json.answer(ctx, 200, kept);
            });
  }
}
