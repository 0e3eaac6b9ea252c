package io.moneyprinter.storage.s3;

import static io.moneyprinter.testsupport.Answers.answer;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What Google Cloud Storage's XML API does other than AWS, in front of a real server of the
 * protocol: it takes no chunked signatures and no checksums in trailers, changes the header {@code
 * Accept-Encoding} on its way, so that it must not be signed, takes any region, and has errors of
 * its own.
 *
 * @see <a href="https://cloud.google.com/storage/docs/xml-api/reference-headers">Headers</a>
 * @see <a href="https://cloud.google.com/storage/docs/xml-api/reference-status">Errors</a>
 */
final class GoogleFront {
  private static final String ERROR =
      "<?xml version='1.0' encoding='UTF-8'?><Error><Code>%s</Code><Message>words</Message></Error>";

  private final int target;
  private final HttpClient client;
  private final HttpServer server;
  private final List<String> regions = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final AtomicReference<String[]> trouble = new AtomicReference<>();

  GoogleFront(Vertx vertx, int target) {
    this.target = target;
    this.client = vertx.createHttpClient();
    this.server =
        answer(vertx.createHttpServer().requestHandler(this::take).listen(0, "127.0.0.1"));
  }

  int port() {
    return server.actualPort();
  }

  /** The regions that requests were signed for. */
  List<String> regions() {
    return regions;
  }

  /** What Google would not have taken. */
  List<String> refused() {
    return refused;
  }

  /** Answers all requests with an error, until it is called with {@code null}. */
  void fail(String status, String code) {
    trouble.set(status == null ? null : new String[] {status, code});
  }

  private void take(HttpServerRequest request) {
    request.body().onSuccess(body -> pass(request, body));
  }

  private void pass(HttpServerRequest request, Buffer body) {
    String signature = String.valueOf(request.getHeader("Authorization"));
    regions.add(signature.replaceAll(".*/\\d{8}/([^/]+)/s3/aws4_request.*", "$1"));
    check("signed accept-encoding", signature.toLowerCase(Locale.ROOT).contains("accept-encoding"));
    check(
        "chunked signature",
        String.valueOf(request.getHeader("x-amz-content-sha256")).startsWith("STREAMING"));
    check(
        "aws-chunked",
        String.valueOf(request.getHeader("Content-Encoding")).contains("aws-chunked"));
    check("trailer", request.headers().contains("x-amz-trailer"));
    String[] error = trouble.get();
    if (error != null) {
      request
          .response()
          .setStatusCode(Integer.parseInt(error[0]))
          .putHeader("Content-Type", "application/xml")
          .end(ERROR.formatted(error[1]));
      return;
    }
    client
        .request(
            new RequestOptions()
                .setMethod(request.method())
                .setHost("127.0.0.1")
                .setPort(target)
                .setURI(request.uri()))
        .compose(onward -> send(request, onward, body))
        .onFailure(broken -> request.response().setStatusCode(502).end());
  }

  private io.vertx.core.Future<Void> send(
      HttpServerRequest request, HttpClientRequest onward, Buffer body) {
    onward.headers().setAll(request.headers());
    onward.putHeader("Accept-Encoding", "gzip(gfe)");
    return onward
        .send(body)
        .compose(
            reply ->
                reply
                    .body()
                    .compose(
                        bytes -> {
                          request.response().setStatusCode(reply.statusCode());
                          request.response().headers().setAll(reply.headers());
                          request.response().putHeader("x-guploader-uploadid", "an-id");
                          boolean head = request.method().name().equals("HEAD");
                          return head ? request.response().end() : request.response().end(bytes);
                        }));
  }

  private void check(String what, boolean wrong) {
    if (wrong) {
      refused.add(what);
    }
  }
}
