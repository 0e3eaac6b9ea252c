package io.moneyprinter.gateway;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.Node;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A gateway on a free port, fake services behind it, and a client that stays referenced. */
final class RunningGateway {
  static final String SCRIPT = "{\"script\":\"Coffee wakes the world.\"}";

  final Node node;
  final FakeServices services;
  final GatewayVerticle verticle;
  final String deployment;
  final WebClient client;

  private RunningGateway(Node node, GatewayConfig config) {
    this.node = node;
    Vertx vertx = node.vertx();
    services = new FakeServices(vertx.eventBus());
    services.serve();
    verticle = new GatewayVerticle(config, node);
    deployment = answer(vertx.deployVerticle(verticle));
    client = WebClient.create(vertx);
  }

  static RunningGateway start(Node node, AuthMode auth, String... origins) {
    return new RunningGateway(node, config(auth, Duration.ofSeconds(15), origins));
  }

  static RunningGateway start(Node node, AuthMode auth, Duration heartbeat) {
    return new RunningGateway(node, config(auth, heartbeat));
  }

  static RunningGateway start(Node node, GatewayConfig config) {
    return new RunningGateway(node, config);
  }

  static GatewayConfig config(AuthMode auth, Duration heartbeat, String... origins) {
    return TestConfig.with(
        "auth",
        auth.name().toLowerCase(Locale.ROOT),
        "events.heartbeat",
        heartbeat.toMillis() + "ms",
        "origins",
        String.join(",", origins));
  }

  int port() {
    return verticle.port();
  }

  HttpRequest<Buffer> request(HttpMethod method, String path) {
    return client.request(method, port(), "127.0.0.1", path);
  }

  HttpResponse<Buffer> get(String path) {
    return answer(request(HttpMethod.GET, path).send());
  }

  HttpResponse<Buffer> get(String path, String header, String value) {
    return answer(request(HttpMethod.GET, path).putHeader(header, value).send());
  }

  HttpResponse<Buffer> put(String path, String body) {
    return answer(json(HttpMethod.PUT, path).sendBuffer(Buffer.buffer(body)));
  }

  HttpResponse<Buffer> post(String path, String body) {
    return answer(json(HttpMethod.POST, path).sendBuffer(Buffer.buffer(body)));
  }

  HttpRequest<Buffer> json(HttpMethod method, String path) {
    return request(method, path).putHeader("Content-Type", "application/json");
  }

  /** Orders a video over HTTP. */
  String createVideo() {
    HttpResponse<Buffer> made = post("/v1/videos", SCRIPT);
    if (made.statusCode() != 202) {
      throw new AssertionError(made.bodyAsString());
    }
    return made.bodyAsJsonObject().getString("id");
  }

  /** A video that is done, with this content. */
  Job completedVideo(byte[] content) {
    return finish(services.jobs.get(createVideo()), content);
  }

  /** Brings a video to its end, with this content. */
  Job finish(Job job, byte[] content) {
    Publication result =
        new Publication(
            "Kaffee: die Reise ☕",
            12.5,
            List.of(
                new Publication.File(Publication.VIDEO, blob(content, "video/mp4")),
                new Publication.File(
                    Publication.VTT, blob("WEBVTT\n".getBytes(), "application/octet-stream")),
                new Publication.File(
                    Publication.ASS, blob("[Script Info]\n".getBytes(), "text/x-ssa"))));
    return services.with(job, JobState.COMPLETED, 1, result, null);
  }

  Blob blob(byte[] content, String mediaType) {
    StagedFile staged = node.blobs().stage(".bin");
    try {
      Files.write(staged.path(), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer(node.blobs().commit(staged, mediaType, "test"));
  }

  static JsonObject problem(HttpResponse<Buffer> response) {
    if (!"application/problem+json".equals(response.getHeader("Content-Type"))) {
      throw new AssertionError(
          "No problem: " + response.statusCode() + " " + response.bodyAsString());
    }
    return response.bodyAsJsonObject();
  }
}
