package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.speech.ListVoices;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;

/** Tells which voices there are. */
public final class VoiceRoute {
  private final EventBus bus;

  public VoiceRoute(EventBus bus) {
    this.bus = bus;
  }

  public void mount(Api api) {
    api.get("/v1/voices", Scope.VIDEOS_READ, this::list);
  }

  private Future<?> list(RoutingContext ctx) {
    String language = Query.text(ctx, "language").orElse(null);
    return SpeechMessages.VOICES
        .ask(bus, new ListVoices(language), Exchange.call(ctx))
        .compose(voices -> Json.answer(ctx, 200, voices));
  }
}
