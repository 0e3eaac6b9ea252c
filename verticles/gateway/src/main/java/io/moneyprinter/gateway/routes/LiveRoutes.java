package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.JobSegments;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.ShowSegments;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.PieceForm;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows a video while it is rendered: how its segments stand, and what is done of it to watch. */
public final class LiveRoutes {
  private static final Pattern PIECE = Pattern.compile("(0|[1-9][0-9]{0,5})\\.(ts|mp4)");

  private final Vertx vertx;
  private final FileAnswer answer;

  /**
   * @param files brings the bytes of a blob onto this machine
   */
  public LiveRoutes(Vertx vertx, Function<Blob, Future<Path>> files) {
    this.vertx = vertx;
    this.answer = new FileAnswer(vertx, files);
  }

  public void mount(Api api) {
    api.get("/v1/videos/:id/segments", Scope.VIDEOS_READ, this::segments);
    api.get("/v1/videos/:id/live/playlist.m3u8", Scope.VIDEOS_READ, this::playlist);
    api.get("/v1/videos/:id/live/:piece", Scope.VIDEOS_READ, this::piece);
  }

  private Future<JobSegments> job(RoutingContext ctx) {
    return OrchestrationMessages.JOB_SEGMENTS.ask(
        vertx.eventBus(), new ShowSegments(Query.id(ctx)), Exchange.call(ctx));
  }

  private Future<?> segments(RoutingContext ctx) {
    return job(ctx).compose(job -> Json.answer(ctx, 200, SegmentList.of(job)));
  }

  private Future<?> playlist(RoutingContext ctx) {
    return job(ctx)
        .map(job -> LivePlaylist.of(job).text())
        .compose(
            text ->
                ctx.response()
                    .putHeader("Content-Type", LivePlaylist.MEDIA_TYPE)
                    .putHeader("Cache-Control", "private, no-cache")
                    .end(text));
  }

  private Future<?> piece(RoutingContext ctx) {
    Matcher name = PIECE.matcher(ctx.pathParam("piece"));
    if (!name.matches()) {
      throw noSuchPiece();
    }
    int number = Integer.parseInt(name.group(1));
    PieceForm form = name.group(2).equals("ts") ? PieceForm.MPEG_TS : PieceForm.MP4;
    return job(ctx)
        .compose(
            job ->
                VideoMessages.STREAM_PIECE.ask(
                    vertx.eventBus(), LivePlaylist.of(job).piece(number, form), Exchange.call(ctx)))
        .compose(blob -> answer.send(ctx, blob, form.mediaType(), "inline", noSuchPiece()));
  }

  private static ServiceFailure noSuchPiece() {
    return ServiceFailure.notFound("This video has no such piece; its play list names those");
  }
}
