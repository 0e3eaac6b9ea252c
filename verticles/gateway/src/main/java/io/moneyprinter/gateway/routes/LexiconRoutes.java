package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.speech.GetLexicon;
import io.moneyprinter.codecs.speech.Lexicon;
import io.moneyprinter.codecs.speech.PutLexicon;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Reads and replaces the caller's lexicons: how words are to be read, by language. */
public final class LexiconRoutes {
  /** What a body holds. */
  private record Entries(Map<String, String> entries) {}

  private static final JsonBody<Entries> BODY = new JsonBody<>(Entries.class, Map.of());

  private final EventBus bus;

  public LexiconRoutes(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get("/v1/lexicons/:language", Scope.VIDEOS_READ, this::get);
    api.put("/v1/lexicons/:language", Scope.VIDEOS_WRITE, this::put);
  }

  private Future<?> get(RoutingContext ctx) {
    return SpeechMessages.GET_LEXICON
        .ask(bus, new GetLexicon(ctx.pathParam("language")), Exchange.call(ctx))
        .compose(lexicon -> Json.answer(ctx, 200, lexicon));
  }

  private Future<?> put(RoutingContext ctx) {
    var lexicon = new Lexicon(ctx.pathParam("language"), BODY.read(ctx).entries());
    return SpeechMessages.PUT_LEXICON
        .ask(bus, new PutLexicon(lexicon), Exchange.call(ctx))
        .compose(kept -> Json.answer(ctx, 200, kept));
  }
}
