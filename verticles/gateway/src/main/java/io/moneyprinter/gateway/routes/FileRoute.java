package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.storage.Absence;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.ExplainAbsence;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.codecs.video.PreviewVideo;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.Query;
import io.moneyprinter.gateway.http.Refusal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Hands out the files of a video. */
public final class FileRoute {
  static final String PREVIEW = "preview.jpg";

  private record FileList(List<VideoResult.File> files) {}

  private final Vertx vertx;
  private final FileAnswer answer;

  /**
   * @param files brings the bytes of a blob onto this machine
   */
  public FileRoute(Vertx vertx, Function<Blob, Future<Path>> files) {
    this.vertx = vertx;
    this.answer = new FileAnswer(vertx, files);
  }

  public void mount(Api api) {
    api.get("/v1/videos/:id/files", Scope.VIDEOS_READ, this::list);
    api.get("/v1/videos/:id/" + PREVIEW, Scope.VIDEOS_READ, this::preview);
    api.get("/v1/videos/:id/files/:name", Scope.VIDEOS_READ, this::send);
  }

  private Future<?> list(RoutingContext ctx) {
    Set<FileKind> kinds = FileKind.read(ctx);
    return job(ctx)
        .compose(
            job -> {
              VideoResult result = VideoResult.of(job);
              List<VideoResult.File> files =
                  result == null
                      ? List.of()
                      : result.files().stream()
                          .filter(file -> FileKind.among(kinds, file.name()))
                          .toList();
              return Json.answer(ctx, 200, new FileList(files));
            });
  }

  private Future<Job> job(RoutingContext ctx) {
    return OrchestrationMessages.GET_JOB.ask(
        vertx.eventBus(), new GetJob(Query.id(ctx)), Exchange.call(ctx));
  }

  private Future<?> send(RoutingContext ctx) {
    FileType type = FileType.of(ctx.pathParam("name")).orElseThrow(FileRoute::noSuchFile);
    return job(ctx)
        .compose(
            job -> {
              Blob blob = blobOf(job, type);
              return answer.send(
                  ctx,
                  blob,
                  type.mediaType(),
                  disposition(ctx, job, type),
                  () -> gone(ctx, job, blob));
            });
  }

  /** Small pictures of the video side by side, made now where they are not there yet. */
  private Future<?> preview(RoutingContext ctx) {
    return job(ctx)
        .compose(
            job ->
                VideoMessages.PREVIEW_VIDEO
                    .ask(
                        vertx.eventBus(),
                        new PreviewVideo(film(job).blob(), job.result().seconds()),
                        Exchange.call(ctx))
                    .compose(
                        strip ->
                            answer.send(
                                ctx, strip, "image/jpeg", "inline", () -> gone(ctx, job, strip))));
  }

  private static Publication.File film(Job job) {
    return VideoResult.film(job).orElseThrow(FileRoute::noSuchFile);
  }

  private static Blob blobOf(Job job, FileType type) {
    if (job.result() == null) {
      throw ServiceFailure.notFound(
          "This video has no files yet: it is " + job.state().name().toLowerCase(Locale.ROOT));
    }
    return job.result().file(type.fileName()).orElseThrow(FileRoute::noSuchFile);
  }

  /** The video had the file, and nobody in the cluster holds it or knows of it any longer. */
  private Future<Throwable> gone(RoutingContext ctx, Job job, Blob blob) {
    return StorageMessages.EXPLAIN_ABSENCE
        .ask(vertx.eventBus(), new ExplainAbsence(blob.key()), Exchange.call(ctx))
        .otherwise(new Absence(null, null))
        .map(absence -> new Refusal(410, gone(job, absence)));
  }

  private static String gone(Job job, Absence absence) {
    String day =
        absence.at() == null ? "" : " on " + absence.at().atOffset(ZoneOffset.UTC).toLocalDate();
    String why =
        absence.reason() == null
            ? "why is not known any more"
            : switch (absence.reason()) {
              case GIVEN_UP -> "somebody of your tenant deleted it" + day;
              case EXPIRED -> "the time for which such files are kept was over" + day;
            };
    return "This file is kept no longer: %s. POST /v1/videos/%s/rerun makes it again"
        .formatted(why, job.id());
  }

  private static ServiceFailure noSuchFile() {
    return ServiceFailure.notFound("This video has no such file; its result lists those it has");
  }

  private static String disposition(RoutingContext ctx, Job job, FileType type) {
    String kind = ctx.queryParams().contains("download") ? "attachment" : "inline";
    return kind + DownloadName.parameters(job.result().title(), type);
  }
}
