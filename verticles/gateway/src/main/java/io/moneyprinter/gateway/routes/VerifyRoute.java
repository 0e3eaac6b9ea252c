package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.Receipt;
import io.moneyprinter.codecs.video.VerifiedSegment;
import io.moneyprinter.codecs.video.VerifySegment;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/** Has a segment of a finished video rendered once more and compared with its receipt. */
public final class VerifyRoute {
  private record Verification(
      int segment, boolean same, String expected, String actual, List<String> differences) {
    static Verification of(VerifiedSegment found) {
      return new Verification(
          found.index(), found.same(), found.expected(), found.actual(), found.differences());
    }
  }

  private final Vertx vertx;
  private final Function<Blob, Future<Path>> files;

  /**
   * @param files brings the bytes of a blob onto this machine
   */
  public VerifyRoute(Vertx vertx, Function<Blob, Future<Path>> files) {
    this.vertx = vertx;
    this.files = files;
  }

  public void mount(Api api) {
    api.post("/v1/videos/:id/verify", Scope.VIDEOS_WRITE, this::verify);
  }

  private Future<?> verify(RoutingContext ctx) {
    return OrchestrationMessages.GET_JOB
        .ask(vertx.eventBus(), new GetJob(Query.id(ctx)), Exchange.call(ctx))
        .compose(
            job ->
                files
                    .apply(receiptOf(job))
                    .recover(
                        cause ->
                            Future.failedFuture(FileAnswer.isMissing(cause) ? missing() : cause))
                    .compose(file -> vertx.fileSystem().readFile(file.toString())))
        .map(VerifyRoute::read)
        .compose(
            receipt ->
                VideoMessages.VERIFY_SEGMENT.ask(
                    vertx.eventBus(),
                    new VerifySegment(choose(ctx, receipt.segments()), receipt.ffmpeg()),
                    Exchange.call(ctx)))
        .compose(found -> Json.answer(ctx, 200, Verification.of(found)));
  }

  private static Blob receiptOf(Job job) {
    if (job.result() == null) {
      throw missing();
    }
    return job.result().file(Publication.RECEIPT).orElseThrow(VerifyRoute::missing);
  }

  private static ServiceFailure missing() {
    return ServiceFailure.notFound(
        "This video has no receipt: it is not completed, or was made before there were any");
  }

  private static Receipt read(Buffer text) {
    try {
      return RecordJson.wire().readValue(text.getBytes(), Receipt.class);
    } catch (IOException e) {
      throw new UncheckedIOException("A receipt of ours does not read", e);
    }
  }

  private static Receipt.Piece choose(RoutingContext ctx, List<Receipt.Piece> pieces) {
    if (pieces.isEmpty()) {
      throw ServiceFailure.conflict("This video has no pictures that could be rendered again");
    }
    int any = ThreadLocalRandom.current().nextInt(pieces.size());
    return pieces.get(Query.number(ctx, "segment", 0, pieces.size() - 1, any));
  }
}
