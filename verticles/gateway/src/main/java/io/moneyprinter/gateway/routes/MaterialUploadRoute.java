package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.materials.CheckedUpload;
import io.moneyprinter.codecs.materials.GetAsset;
import io.moneyprinter.codecs.materials.LibraryMessages;
import io.moneyprinter.codecs.materials.Upload;
import io.moneyprinter.codecs.materials.UploadDetails;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.ArrivingBody;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.Query;
import io.moneyprinter.gateway.upload.UploadGate;
import io.moneyprinter.gateway.upload.UploadMetadata;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes a whole file in one request, by itself or in a form, straight to the disk. What breaks off
 * leaves nothing; large files are better sent as {@link UploadRoutes} has it.
 */
public final class MaterialUploadRoute {
  /** What would come of taking a file in. */
  private record Trial(
      boolean valid, long size, boolean archive, MediaInfo media, List<Violation> warnings) {
    static Trial of(CheckedUpload checked) {
      return new Trial(
          true, checked.size(), checked.archive(), checked.media(), checked.warnings());
    }
  }

  private final UploadGate gate;
  private final EventBus bus;

  public MaterialUploadRoute(UploadGate gate, EventBus bus) {
    this.gate = gate;
    this.bus = bus;
  }

  public void mount(Api api) {
    api.trying().upload(MaterialRoutes.PATH, Scope.MATERIALS_WRITE, ctx -> take(ctx, null));
    api.upload(
        MaterialRoutes.PATH + "/:id/versions",
        Scope.MATERIALS_WRITE,
        ctx -> take(ctx, Query.id(ctx, "material")));
  }

  /**
   * Takes the file.
   *
   * @param asset of which it is a new version; {@code null} for a new one
   */
  private Future<?> take(RoutingContext ctx, String asset) {
    boolean trial = asset == null && Query.flag(ctx, "dryRun");
    ctx.request().pause(); // until there is room for it
    CallContext caller = Exchange.call(ctx);
    boolean form = JsonBody.mediaType(ctx).equals("multipart/form-data");
    UploadDetails said = of(UploadMetadata.of(ctx.queryParams()), asset);
    return gate.open(form ? null : length(ctx.request()), said, caller)
        .compose(
            upload ->
                (form ? form(ctx, upload, said) : raw(ctx, upload, said))
                    .compose(
                        details ->
                            trial
                                ? tried(ctx, upload, of(details, asset), caller)
                                : gate.finish(upload, of(details, asset), caller)
                                    .compose(finished -> answer(ctx, finished)))
                    .recover(
                        cause ->
                            gate.drop(upload.id(), caller)
                                .transform(any -> Future.failedFuture(cause))));
  }

  /** What would come of it, once nothing of it is left. */
  private Future<Void> tried(
      RoutingContext ctx, Upload upload, UploadDetails details, CallContext caller) {
    return gate.check(upload, details, caller)
        .compose(checked -> gate.drop(upload.id(), caller).map(checked))
        .compose(checked -> Json.answer(ctx, 200, Trial.of(checked)));
  }

  private static Long length(HttpServerRequest request) {
    String text = request.getHeader("Content-Length");
    return text == null ? null : Long.valueOf(text);
  }

  private static UploadDetails of(UploadDetails said, String asset) {
    return new UploadDetails(
        said.name(), said.title(), said.description(), said.tags(), said.collections(), asset);
  }

  private Future<UploadDetails> raw(RoutingContext ctx, Upload upload, UploadDetails said) {
    UploadBody.welcome(ctx);
    return gate.receive(upload, 0, ArrivingBody.of(ctx.request())).map(said);
  }

  /** A form with one file; fields say what the query does not. */
  private Future<UploadDetails> form(RoutingContext ctx, Upload upload, UploadDetails said) {
    HttpServerRequest request = ctx.request();
    Promise<Void> read = Promise.promise();
    AtomicReference<Future<Long>> received = new AtomicReference<>();
    AtomicReference<String> name = new AtomicReference<>();
    request.setExpectMultipart(true);
    request.uploadHandler(
        file -> {
          if (received.get() != null) {
            read.tryFail(ServiceFailure.invalid("/file", "A form brings one file at a time"));
            return;
          }
          file.pause(); // until the disk is ready
          name.set(file.filename());
          received.set(
              gate.receive(upload, 0, ArrivingBody.of(request, file)).onFailure(read::tryFail));
        });
    ArrivingBody.of(request).exceptionHandler(read::tryFail);
    request.endHandler(end -> read.tryComplete());
    UploadBody.welcome(ctx);
    request.resume();
    return read.future()
        .transform(
            all -> {
              Future<Long> file = received.get();
              if (all.succeeded()) {
                return file == null
                    ? Future.failedFuture(
                        ServiceFailure.invalid("/file", "The form holds no file: add one"))
                    : file;
              }
              // Its file may only just be made: removed before that, it would stay for good.
              return file == null
                  ? Future.failedFuture(all.cause())
                  : file.transform(ended -> Future.failedFuture(all.cause()));
            })
        .map(
            size -> {
              UploadDetails fields = UploadMetadata.of(request.formAttributes());
              return merged(said, UploadMetadata.named(fields, name.get()));
            });
  }

  private static UploadDetails merged(UploadDetails first, UploadDetails second) {
    return new UploadDetails(
        first.name() == null ? second.name() : first.name(),
        first.title() == null ? second.title() : first.title(),
        first.description() == null ? second.description() : first.description(),
        first.tags().isEmpty() ? second.tags() : first.tags(),
        first.collections().isEmpty() ? second.collections() : first.collections(),
        null);
  }

  /** An archive is unpacked later: its upload tells what became of it. */
  private Future<Void> answer(RoutingContext ctx, Upload finished) {
    if (finished.state() != Upload.State.DONE) {
      ctx.response().putHeader("Location", UploadRoutes.PATH + "/" + finished.id());
      return Json.answer(ctx, 202, UploadView.of(finished, finished.limit()));
    }
    return LibraryMessages.GET_ASSET
        .ask(bus, new GetAsset(finished.assets().get(0)), Exchange.call(ctx))
        .compose(
            asset -> {
              ctx.response().putHeader("Location", MaterialView.path(asset.id()));
              return Json.answer(ctx, 201, MaterialView.of(asset));
            });
  }
}
