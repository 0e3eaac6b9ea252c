package io.moneyprinter.storage.exchange;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.ReadStretch;
import io.moneyprinter.platform.node.PeerLink;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands this node's files to other nodes: {@code GET /blobs/KEY}, from a byte on or a stretch if
 * asked. The same certificates as the event bus's, or none where that has none; and a token for
 * each file.
 */
final class PeerServer {
  private static final Logger LOG = LoggerFactory.getLogger(PeerServer.class);
  private static final String PATH = "/blobs/";
  private static final Pattern FROM = Pattern.compile("bytes=([0-9]{1,18})-");
  private static final Pattern STRETCH = Pattern.compile("bytes=([0-9]{1,17})-([0-9]{1,17})");

  private final Vertx vertx;
  private final PeerLink link;
  private final PeerToken token;
  private final OwnFiles files;

  PeerServer(Vertx vertx, PeerLink link, OwnFiles files) {
    this.vertx = vertx;
    this.link = link;
    this.token = new PeerToken(link.secret(), Clock.systemUTC());
    this.files = files;
  }

  Future<HttpServer> listen(int port) {
    HttpServerOptions options = new HttpServerOptions().setHost(link.host()).setPort(port);
    link.secure(options);
    return vertx.createHttpServer(options).requestHandler(this::answer).listen();
  }

  private void answer(HttpServerRequest request) {
    String key = request.path().startsWith(PATH) ? request.path().substring(PATH.length()) : "";
    if (!request.method().equals(HttpMethod.GET) || !Blob.isKey(key)) {
      request.response().setStatusCode(404).end();
      return;
    }
    if (!token.accepts(key, request.getHeader("Authorization"))) {
      request.response().setStatusCode(401).end();
      return;
    }
    String range = request.getHeader("Range");
    Matcher stretch = STRETCH.matcher(range == null ? "" : range);
    Future<Void> answered =
        stretch.matches()
            ? stretch(request, key, Long.parseLong(stretch.group(1)), stretch.group(2))
            : files
                .whole(key)
                .compose(
                    file ->
                        vertx
                            .executeBlocking(() -> Files.size(file), false)
                            .compose(size -> send(request, file, size)));
    answered.onFailure(cause -> refuse(request.response(), key, cause));
  }

  private Future<Void> stretch(HttpServerRequest request, String key, long from, String to) {
    long length = Long.parseLong(to) - from + 1;
    if (length < 1 || length > ReadStretch.MOST) {
      return request.response().setStatusCode(416).end();
    }
    return files
        .stretch(key, from, (int) length)
        .compose(
            bytes ->
                bytes.length == 0
                    ? request.response().setStatusCode(416).end()
                    : request
                        .response()
                        .setStatusCode(206)
                        .putHeader("Content-Type", "application/octet-stream")
                        .end(Buffer.buffer(bytes)));
  }

  private static Future<Void> send(HttpServerRequest request, Path file, long size) {
    String range = request.getHeader("Range");
    Matcher from = FROM.matcher(range == null ? "" : range);
    long offset = from.matches() ? Long.parseLong(from.group(1)) : 0;
    if (offset >= size) {
      return request.response().setStatusCode(416).end();
    }
    return request
        .response()
        .setStatusCode(offset > 0 ? 206 : 200)
        .putHeader("Content-Type", "application/octet-stream")
        .sendFile(file.toString(), offset, size - offset);
  }

  private static void refuse(HttpServerResponse response, String key, Throwable cause) {
    boolean missing =
        cause instanceof ServiceFailure failure && failure.code() == FailureCode.NOT_FOUND;
    if (!missing) {
      LOG.warn("The file {} could not be handed to another node", key, cause);
    }
    if (!response.ended() && !response.headWritten()) {
      response.setStatusCode(missing ? 404 : 500).end();
    } else {
      response.reset();
    }
  }
}
