package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Upload;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.ArrivingBody;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.Query;
import io.moneyprinter.gateway.http.Refusal;
import io.moneyprinter.gateway.upload.UploadGate;
import io.moneyprinter.gateway.upload.UploadMetadata;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Files that can be gone on with after the connection broke: the tus protocol 1.0.0 (tus.io), with
 * the extensions creation, expiration and termination. What became of a file stands at the upload's
 * own address, as JSON.
 */
public final class UploadRoutes {
  static final String PATH = "/v1/materials/uploads";

  private static final String VERSION = "1.0.0";
  private static final String BYTES = "application/offset+octet-stream";

  private final UploadGate gate;

  public UploadRoutes(UploadGate gate) {
    this.gate = gate;
  }

  public void mount(Api api) {
    api.options(PATH, Scope.MATERIALS_READ, this::describe);
    api.upload(PATH, Scope.MATERIALS_WRITE, this::open);
    api.head(PATH + "/:id", Scope.MATERIALS_READ, this::offset);
    api.stream(PATH + "/:id", Scope.MATERIALS_READ, this::show);
    api.patch(PATH + "/:id", Scope.MATERIALS_WRITE, this::receive);
    api.delete(PATH + "/:id", Scope.MATERIALS_WRITE, this::drop);
    api.upload(PATH + "/:id", Scope.MATERIALS_WRITE, this::instead);
  }

  private Future<?> describe(RoutingContext ctx) {
    return tus(ctx)
        .putHeader("Tus-Version", VERSION)
        .putHeader("Tus-Extension", "creation,expiration,termination")
        .setStatusCode(204)
        .end();
  }

  private Future<?> open(RoutingContext ctx) {
    speaksTus(ctx);
    if (ctx.request().headers().contains("Upload-Defer-Length")) {
      throw ServiceFailure.invalid(
          "/Upload-Defer-Length", "The length has to be known: send Upload-Length");
    }
    long length = number(ctx, "Upload-Length");
    return gate.open(
            length,
            UploadMetadata.ofHeader(ctx.request().getHeader("Upload-Metadata")),
            Exchange.call(ctx))
        .compose(
            upload ->
                tus(ctx)
                    .putHeader("Location", PATH + "/" + upload.id())
                    .putHeader("Upload-Expires", date(upload.expiresAt()))
                    .setStatusCode(201)
                    .end());
  }

  private Future<?> offset(RoutingContext ctx) {
    speaksTus(ctx);
    return upload(ctx)
        .compose(
            upload ->
                gate.offset(upload)
                    .compose(
                        offset -> {
                          tus(ctx)
                              .putHeader("Upload-Offset", Long.toString(offset))
                              .putHeader("Upload-Expires", date(upload.expiresAt()))
                              .putHeader("Cache-Control", "no-store");
                          String said = UploadMetadata.header(upload.details());
                          if (!said.isEmpty()) {
                            ctx.response().putHeader("Upload-Metadata", said);
                          }
                          if (upload.length() != null) {
                            ctx.response()
                                .putHeader("Upload-Length", Long.toString(upload.length()));
                          }
                          return ctx.response().setStatusCode(200).end();
                        }));
  }

  private Future<?> show(RoutingContext ctx) {
    return gate.get(id(ctx), Exchange.call(ctx))
        .compose(
            upload ->
                gate.offset(upload)
                    .compose(offset -> Json.answer(ctx, 200, UploadView.of(upload, offset))));
  }

  private Future<?> receive(RoutingContext ctx) {
    ctx.request().pause(); // until it is known where the bytes go
    speaksTus(ctx);
    if (!JsonBody.mediaType(ctx).equals(BYTES)) {
      throw new Refusal(415, "Send the bytes with Content-Type: " + BYTES);
    }
    long from = number(ctx, "Upload-Offset");
    return upload(ctx).compose(upload -> receive(ctx, upload, from));
  }

  private Future<?> receive(RoutingContext ctx, Upload upload, long from) {
    if (upload.state() != Upload.State.OPEN) {
      throw ServiceFailure.conflict("All bytes of this file are there already");
    }
    long left = upload.length() - from;
    String announced = ctx.request().getHeader("Content-Length");
    if (announced != null && Long.parseLong(announced) > left) {
      throw new Refusal(413, "Of this file, no more than " + Math.max(0, left) + " bytes may come");
    }
    return gate.demandSpace(upload, left)
        .compose(
            room -> {
              UploadBody.welcome(ctx);
              return gate.receive(upload, from, ArrivingBody.of(ctx.request()));
            })
        .compose(
            offset ->
                offset < upload.length()
                    ? accepted(ctx, upload, offset, upload)
                    : gate.finish(upload, null, Exchange.call(ctx))
                        .compose(finished -> accepted(ctx, upload, offset, finished)));
  }

  private static Future<Void> accepted(
      RoutingContext ctx, Upload upload, long offset, Upload finished) {
    Duration life = Duration.between(upload.createdAt(), upload.expiresAt());
    HttpServerResponse response = tus(ctx).putHeader("Upload-Offset", Long.toString(offset));
    response.putHeader("Upload-Expires", date(Instant.now().plus(life)));
    finished
        .assets()
        .forEach(
            asset ->
                response.headers().add("Link", "<" + MaterialView.path(asset) + ">; rel=\"item\""));
    return response.setStatusCode(204).end();
  }

  /** For callers that are let send nothing but POST, as the protocol asks. */
  private Future<?> instead(RoutingContext ctx) {
    String method = ctx.request().getHeader("X-HTTP-Method-Override");
    return switch (method == null ? "" : method) {
      case "PATCH" -> receive(ctx);
      case "DELETE" -> drop(ctx);
      default ->
          throw new Refusal(
              400, "Send PATCH, or POST with X-HTTP-Method-Override: PATCH or DELETE");
    };
  }

  private Future<?> drop(RoutingContext ctx) {
    speaksTus(ctx);
    return gate.drop(id(ctx), Exchange.call(ctx))
        .compose(dropped -> tus(ctx).setStatusCode(204).end());
  }

  /** An upload that was refused is gone. */
  private Future<Upload> upload(RoutingContext ctx) {
    return gate.get(id(ctx), Exchange.call(ctx))
        .map(
            upload -> {
              if (upload.state() == Upload.State.REFUSED) {
                throw new Refusal(410, "The file was refused: " + upload.problem());
              }
              return upload;
            });
  }

  private static String id(RoutingContext ctx) {
    return Query.id(ctx, "upload");
  }

  private static HttpServerResponse tus(RoutingContext ctx) {
    return ctx.response().putHeader("Tus-Resumable", VERSION);
  }

  private static void speaksTus(RoutingContext ctx) {
    tus(ctx);
    if (!VERSION.equals(ctx.request().getHeader("Tus-Resumable"))) {
      ctx.response().putHeader("Tus-Version", VERSION);
      throw new Refusal(412, "This address speaks tus: send Tus-Resumable: " + VERSION);
    }
  }

  private static long number(RoutingContext ctx, String header) {
    String text = ctx.request().getHeader(header);
    if (text == null || !text.matches("\\d{1,18}")) {
      throw ServiceFailure.invalid(
          "/" + header, header + " has to be a number of bytes, not " + text);
    }
    return Long.parseLong(text);
  }

  private static String date(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }
}
