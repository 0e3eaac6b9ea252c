package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.storage.OpenLink;
import io.moneyprinter.codecs.storage.OpenedLink;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Query;
import io.moneyprinter.gateway.http.Refusal;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Lets in whoever comes with a link. The link is the credential. */
final class LinkVisit {
  /**
   * What a good link leads to.
   *
   * @param job the video it is a file of; empty for a file of none
   */
  record Found(OpenedLink opened, Optional<Job> job) {}

  private final EventBus bus;
  private final SharedVideo videos;

  LinkVisit(EventBus bus) {
    this.bus = bus;
    this.videos = new SharedVideo(bus);
  }

  /** Fails with 410, saying why, when the link is good no more. */
  Future<Found> of(RoutingContext ctx) {
    OpenLink shown =
        new OpenLink(
            ctx.pathParam("id"),
            Query.text(ctx, "exp").orElse(null),
            Query.text(ctx, "sig").orElse(null),
            ctx.request().remoteAddress().hostAddress());
    return StorageMessages.OPEN_LINK
        .ask(bus, shown, Exchange.call(ctx))
        .compose(
            opened -> {
              switch (opened.state()) {
                case EXPIRED -> throw new Refusal(410, "This link has expired: ask for a new one");
                case REVOKED -> throw new Refusal(410, "This link was taken back");
                case SPENT -> throw spent();
                case GOOD -> {}
              }
              return videos.of(opened.link()).map(job -> new Found(opened, job));
            });
  }

  static Refusal spent() {
    return new Refusal(410, "This link was used as often as it may be: ask for a new one");
  }
}
