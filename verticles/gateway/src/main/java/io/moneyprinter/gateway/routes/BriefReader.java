package io.moneyprinter.gateway.routes;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.FillBrief;
import io.moneyprinter.codecs.content.FilledBrief;
import io.moneyprinter.codecs.video.BriefRules;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.JsonTree;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** Reads briefs from requests, filled in from the templates that they name. */
final class BriefReader {
  private final EventBus bus;
  private final JsonBody<VideoBrief> briefs =
      new JsonBody<>(
          VideoBrief.class,
          Map.of(
              "/materials/folder",
              "A folder is read only by the command line, on its own machine; over HTTP name an"
                  + " imported collection in materials.collection"));

  BriefReader(EventBus bus) {
    this.bus = bus;
  }

  /** The brief that is the body. Fails, or throws, with {@code INVALID} when it is none. */
  Future<VideoBrief> read(RoutingContext ctx) {
    VideoBrief own = briefs.read(ctx);
    return own.template() == null
        ? checked(own)
        : filled(ctx, JsonTree.read(ctx.body().buffer())).compose(BriefReader::checked);
  }

  /**
   * What a brief with a template comes to, not yet looked over.
   *
   * @param own the keys that the user gave
   */
  Future<VideoBrief> filled(RoutingContext ctx, JsonNode own) {
    return ContentMessages.FILL_BRIEF
        .ask(bus, new FillBrief(own.toString()), Exchange.call(ctx))
        .map(FilledBrief::brief);
  }

  private static Future<VideoBrief> checked(VideoBrief brief) {
    List<Violation> violations = BriefRules.violations(brief);
    return violations.isEmpty()
        ? Future.succeededFuture(brief)
        : Future.failedFuture(
            ServiceFailure.invalid("The brief cannot be carried out as it is", violations));
  }
}
