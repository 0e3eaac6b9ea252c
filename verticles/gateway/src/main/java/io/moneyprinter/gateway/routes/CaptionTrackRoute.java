package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AddCaptions;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.SubtitleTrack;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.EntityTag;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Hands out a finished video with one more caption track. Nothing is rendered again, and the
 * video's own files stay as they are.
 */
public final class CaptionTrackRoute {
  /** The body. */
  record CaptionTrack(String language, String text) {
    CaptionTrack {
      Objects.requireNonNull(language, "language is missing");
      Objects.requireNonNull(text, "text is missing: give SubRip or WebVTT text");
    }
  }

  private final JsonBody<CaptionTrack> bodies = new JsonBody<>(CaptionTrack.class, Map.of());
  private final EventBus bus;
  private final Function<Blob, Future<Path>> files;

  /**
   * @param files brings the bytes of a blob onto this machine
   */
  public CaptionTrackRoute(EventBus bus, Function<Blob, Future<Path>> files) {
    this.bus = bus;
    this.files = files;
  }

  public void mount(Api api) {
    api.post("/v1/videos/:id/captions", Scope.VIDEOS_WRITE, this::add);
  }

  private Future<?> add(RoutingContext ctx) {
    CaptionTrack body = bodies.read(ctx);
    SubtitleTrack track = new SubtitleTrack(body.language(), body.text(), false);
    return OrchestrationMessages.GET_JOB
        .ask(bus, new GetJob(Query.id(ctx)), Exchange.call(ctx))
        .compose(
            job -> {
              Publication.File film = filmOf(job);
              return VideoMessages.ADD_CAPTIONS
                  .ask(bus, new AddCaptions(film.blob(), List.of(track)))
                  .compose(made -> send(ctx, job, film, made.video()));
            });
  }

  private static Publication.File filmOf(Job job) {
    return VideoResult.film(job)
        .orElseThrow(
            () -> ServiceFailure.notFound("This video has no file yet to which captions could go"));
  }

  private Future<Void> send(RoutingContext ctx, Job job, Publication.File film, Blob made) {
    FileType type = FileType.of(film.name()).orElseThrow();
    String name = DownloadName.parameters(job.result().title(), type);
    ctx.response()
        .putHeader("Content-Type", type.mediaType())
        .putHeader("ETag", EntityTag.strong(made.key()))
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Disposition", "attachment" + name);
    return files.apply(made).compose(file -> ctx.response().sendFile(file.toString()));
  }
}
