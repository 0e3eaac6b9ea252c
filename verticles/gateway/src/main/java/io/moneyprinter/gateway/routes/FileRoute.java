package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.EntityTag;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.Query;
import io.moneyprinter.gateway.http.Refusal;
import io.moneyprinter.gateway.http.SecurityHeaders;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Hands out the files of a video: whole or in parts, straight from the disk. Players seek by
 * ranges; the content's hash is the tag, so a download can be taken up again safely.
 */
public final class FileRoute {
  private record FileList(List<VideoResult.File> files) {}

  private final Vertx vertx;
  private final Function<Blob, Path> files;

  /**
   * @param files where the bytes of a blob lie on this machine
   */
  public FileRoute(Vertx vertx, Function<Blob, Path> files) {
    this.vertx = vertx;
    this.files = files;
  }

  public void mount(Api api) {
    api.get("/v1/videos/:id/files", Scope.VIDEOS_READ, this::list);
    api.get("/v1/videos/:id/files/:name", Scope.VIDEOS_READ, this::send);
  }

  private Future<?> list(RoutingContext ctx) {
    return job(ctx)
        .compose(
            job -> {
              VideoResult result = VideoResult.of(job);
              return Json.answer(
                  ctx, 200, new FileList(result == null ? List.of() : result.files()));
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
              String path = files.apply(blob).toString();
              return vertx
                  .fileSystem()
                  .props(path)
                  .recover(gone -> Future.failedFuture(noSuchFile()))
                  .compose(found -> send(ctx, job, type, blob, path));
            });
  }

  private static Blob blobOf(Job job, FileType type) {
    if (job.result() == null) {
      throw ServiceFailure.notFound(
          "This video has no files yet: it is " + job.state().name().toLowerCase(Locale.ROOT));
    }
    return job.result().file(type.fileName()).orElseThrow(FileRoute::noSuchFile);
  }

  private static ServiceFailure noSuchFile() {
    return ServiceFailure.notFound("This video has no such file; its result lists those it has");
  }

  private Future<Void> send(RoutingContext ctx, Job job, FileType type, Blob blob, String path) {
    HttpServerResponse response = ctx.response();
    String etag = EntityTag.strong(blob.key());
    describe(ctx, job, type, etag);
    if (EntityTag.matches(ctx.request().getHeader("If-None-Match"), etag)) {
      return response.setStatusCode(304).end();
    }
    ByteRange range = rangeOf(ctx.request(), etag, blob.size());
    if (range instanceof ByteRange.Outside) {
      response.putHeader("Content-Range", "bytes */" + blob.size());
      throw new Refusal(416, "The file has " + blob.size() + " bytes");
    }
    long from = 0;
    long length = blob.size();
    if (range instanceof ByteRange.Part part) {
      from = part.from();
      length = part.length();
      response
          .setStatusCode(206)
          .putHeader("Content-Range", "bytes " + from + "-" + part.to() + "/" + blob.size());
    }
    if (ctx.request().method().equals(HttpMethod.HEAD)) {
      return response.putHeader("Content-Length", Long.toString(length)).end();
    }
    return response.sendFile(path, from, length);
  }

  /** A range counts only while the file is still the one the caller began with. */
  private static ByteRange rangeOf(HttpServerRequest request, String etag, long size) {
    String condition = request.getHeader("If-Range");
    boolean same = condition == null || condition.strip().equals(etag);
    return ByteRange.of(same ? request.getHeader("Range") : null, size);
  }

  private static void describe(RoutingContext ctx, Job job, FileType type, String etag) {
    String disposition = ctx.queryParams().contains("download") ? "attachment" : "inline";
    String title = job.result().title();
    ctx.response()
        .putHeader("Content-Type", type.mediaType())
        .putHeader("ETag", etag)
        .putHeader("Accept-Ranges", "bytes")
        .putHeader("Cache-Control", "private, max-age=86400")
        .putHeader("Content-Security-Policy", SecurityHeaders.MEDIA_POLICY)
        .putHeader("Content-Disposition", disposition + DownloadName.parameters(title, type));
  }
}
