package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.speech.ListProviders;
import io.moneyprinter.codecs.speech.ListVoices;
import io.moneyprinter.codecs.speech.PreviewVoice;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.ConvertSound;
import io.moneyprinter.codecs.video.SoundForm;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.EntityTag;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;

/** Tells which voices there are, lets people hear them, and says how their providers are. */
public final class VoiceRoutes {
  private enum Flag {
    TRUE,
    FALSE
  }

  private final EventBus bus;
  private final Function<Blob, Future<Path>> files;

  /**
   * @param files brings the bytes of a blob onto this machine
   */
  public VoiceRoutes(EventBus bus, Function<Blob, Future<Path>> files) {
    this.bus = bus;
    this.files = files;
  }

  public void mount(Api api) {
    api.get("/v1/voices", Scope.VIDEOS_READ, this::list);
    api.get("/v1/voices/providers", Scope.VIDEOS_READ, this::providers);
    // A sample may cost something where its provider does.
    api.get("/v1/voices/sample", Scope.VIDEOS_WRITE, this::sample);
  }

  private Future<?> list(RoutingContext ctx) {
    Flag offline = Query.word(ctx, "offline", Flag.class);
    var wanted =
        new ListVoices(
            Query.text(ctx, "language").orElse(null),
            Query.text(ctx, "provider").orElse(null),
            Query.text(ctx, "gender").orElse(null),
            offline == null ? null : offline == Flag.TRUE);
    return SpeechMessages.VOICES
        .ask(bus, wanted, Exchange.call(ctx))
        .compose(voices -> Json.answer(ctx, 200, VoiceView.All.of(voices)));
  }

  private Future<?> providers(RoutingContext ctx) {
    return SpeechMessages.PROVIDERS
        .ask(bus, new ListProviders(), Exchange.call(ctx))
        .compose(providers -> Json.answer(ctx, 200, providers));
  }

  private Future<?> sample(RoutingContext ctx) {
    var wanted =
        new PreviewVoice(
            Query.text(ctx, "voice").orElse(null),
            Query.text(ctx, "language").orElse(null),
            Query.text(ctx, "text").orElse(null),
            Query.text(ctx, "rate").map(VoiceRoutes::rate).orElse(null));
    SoundForm form = Query.word(ctx, "format", SoundForm.class);
    return SpeechMessages.PREVIEW
        .ask(bus, wanted, Exchange.call(ctx))
        .compose(
            speech ->
                form == null || form == SoundForm.WAV
                    ? send(ctx, speech, speech.audio())
                    : VideoMessages.CONVERT_SOUND
                        .ask(bus, new ConvertSound(speech.audio(), form), Exchange.call(ctx))
                        .compose(audio -> send(ctx, speech, audio)));
  }

  private static double rate(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw Query.wrong("rate", "must be a number from 0.5 to 2.0, not '" + text + "'");
    }
  }

  /** The sound itself; who speaks, and why it is somebody else, stands in headers (RFC 8187). */
  private Future<Void> send(RoutingContext ctx, Speech speech, Blob audio) {
    ctx.response()
        .putHeader("Content-Type", audio.mediaType())
        .putHeader("ETag", EntityTag.strong(audio.key()))
        .putHeader("X-Voice", encoded(speech.voice()));
    if (speech.note() != null) {
      ctx.response().putHeader("Warning", "199 - \"" + encoded(speech.note()) + '"');
    }
    return files.apply(audio).compose(file -> ctx.response().sendFile(file.toString()));
  }

  /** Headers are ASCII: other characters as in a URL. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", " ");
  }
}
