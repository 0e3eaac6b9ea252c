package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.CaptionPreset;
import io.moneyprinter.codecs.video.CaptionPresets;
import io.moneyprinter.codecs.video.CaptionPreview;
import io.moneyprinter.codecs.video.PreviewCaptions;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.EntityTag;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Tells which looks of captions there are, and shows them. */
public final class CaptionRoutes {
  private record PresetList(List<CaptionPreset> presets) {}

  private final EventBus bus;
  private final Function<Blob, Future<Path>> files;
  private final JsonBody<PreviewCaptions> body = new JsonBody<>(PreviewCaptions.class, Map.of());

  /**
   * @param files brings the bytes of a blob onto this machine
   */
  public CaptionRoutes(EventBus bus, Function<Blob, Future<Path>> files) {
    this.bus = bus;
    this.files = files;
  }

  public void mount(Api api) {
    api.get("/v1/caption-presets", Scope.VIDEOS_READ, this::list);
    api.post("/v1/caption-presets/preview", Scope.VIDEOS_READ, this::preview);
  }

  private Future<?> list(RoutingContext ctx) {
    return Json.answer(ctx, 200, new PresetList(CaptionPresets.all()));
  }

  private Future<?> preview(RoutingContext ctx) {
    return VideoMessages.PREVIEW_CAPTIONS
        .ask(bus, body.read(ctx), Exchange.call(ctx))
        .compose(preview -> send(ctx, preview));
  }

  /** The picture itself; what it shows and what may be wrong stands in headers (RFC 8187). */
  private Future<Void> send(RoutingContext ctx, CaptionPreview preview) {
    ctx.response()
        .putHeader("Content-Type", preview.image().mediaType())
        .putHeader("ETag", EntityTag.strong(preview.image().key()))
        .putHeader("Content-Description", encoded(preview.description()));
    for (String warning : preview.warnings()) {
      ctx.response().headers().add("Warning", "199 - \"" + encoded(warning) + '"');
    }
    return files.apply(preview.image()).compose(file -> ctx.response().sendFile(file.toString()));
  }

  /** Headers are ASCII: other characters as in a URL. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", " ");
  }
}
