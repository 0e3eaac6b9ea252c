package io.moneyprinter.monitoring.telemetry;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.config.ConfigMessages;
import io.moneyprinter.codecs.config.GetSetting;
import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.monitoring.MonitoringConfig;
import io.moneyprinter.platform.node.NodeInfo;
import io.moneyprinter.testsupport.Await;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TelemetryTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";
  private static final NodeInfo NODE =
      new NodeInfo("node-1", "1.2.3", "development", Set.of(), Instant.now());

  private final HttpClient client = HttpClient.newHttpClient();
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private Telemetry telemetry;
  private Vertx vertx;

  @BeforeAll
  static void prepare() {
    CallContext.prepare();
  }

  @AfterEach
  void close() {
    if (vertx != null) {
      answer(vertx.close());
    }
    if (telemetry != null) {
      telemetry.close();
    }
  }

  @Test
  void aRequestItsBusCallAndTheWorkersOwnSpanAreOneTrace() {
    begin(recordingInMemory(1));
    int port = serve();

    get(port, "00-" + TRACE + "-" + PARENT + "-01");

    Await.until("four spans have ended", LIMIT, () -> spans.getFinishedSpanItems().size() == 4);
    List<SpanData> ended = spans.getFinishedSpanItems();
    assertThat(ended).extracting(SpanData::getTraceId).containsOnly(TRACE);
    SpanData http = one(ended, SpanKind.SERVER, PARENT);
    SpanData asking = one(ended, SpanKind.CLIENT, http.getSpanId());
    SpanData answering = one(ended, SpanKind.SERVER, asking.getSpanId());
    assertThat(one(ended, SpanKind.INTERNAL, answering.getSpanId()).getName()).isEqualTo("render");
    assertThat(asking.getAttributes().get(AttributeKey.stringKey("messaging.destination.name")))
        .isEqualTo("config.get");
    assertThat(http.getResource().getAttributes().asMap().toString())
        .contains("moneyprinter", "1.2.3", "node-1", "development");
  }

  @Test
  void aRequestThatBringsNoTraceBeginsOneWhenItIsDrawn() {
    begin(recordingInMemory(1));

    get(serve(), null);

    Await.until("spans have ended", LIMIT, () -> spans.getFinishedSpanItems().size() >= 4);
    assertThat(spans.getFinishedSpanItems())
        .extracting(SpanData::getTraceId)
        .hasSizeGreaterThan(3)
        .containsOnly(spans.getFinishedSpanItems().get(0).getTraceId());
  }

  @Test
  void aRequestThatIsNotDrawnIsNotRecorded() {
    begin(recordingInMemory(0));

    get(serve(), null);

    assertThat(spans.getFinishedSpanItems()).isEmpty();
  }

  @Test
  void withoutACollectorATraceIsPassedOnToTheWorkerAndNothingElse() {
    begin(Telemetry.open(config(Optional.empty()), NODE));
    int port = serve();

    assertThat(get(port, "00-" + TRACE + "-" + PARENT + "-01")).isEqualTo(TRACE);
    assertThat(get(port, null)).isEqualTo("0".repeat(32));
  }

  @Test
  void spansReachTheCollectorAsOtlpProtobufAtTheLatestOnClose() throws IOException {
    record Received(
        String method, String path, String type, String encoding, String key, Buffer body) {}
    List<Received> received = new CopyOnWriteArrayList<>();
    Vertx collector = Vertx.vertx();
    try {
      HttpServer server =
          answer(
              collector
                  .createHttpServer()
                  .requestHandler(
                      call ->
                          call.body()
                              .onSuccess(
                                  body -> {
                                    received.add(
                                        new Received(
                                            call.method().name(),
                                            call.path(),
                                            call.getHeader("content-type"),
                                            call.getHeader("content-encoding"),
                                            call.getHeader("authorization"),
                                            body));
                                    call.response()
                                        .putHeader("content-type", "application/x-protobuf")
                                        .end();
                                  }))
                  .listen(0, "127.0.0.1"));
      telemetry =
          Telemetry.open(
              config(Optional.of("http://127.0.0.1:" + server.actualPort() + "/")), NODE);

      telemetry.traces().getTracer("test").spanBuilder("a-span-of-the-test").startSpan().end();
      telemetry.close();

      assertThat(received).hasSize(1);
      Received post = received.get(0);
      assertThat(List.of(post.method(), post.path(), post.type(), post.encoding(), post.key()))
          .containsExactly("POST", "/v1/traces", "application/x-protobuf", "gzip", "Bearer a+b, c");
      assertThat(unzipped(post.body())).contains("a-span-of-the-test", "moneyprinter", "node-1");
    } finally {
      answer(collector.close());
    }
  }

  @Test
  void headersThatAreNoneAreRefusedWithoutTellingTheirValues() {
    for (String wrong :
        List.of("hunter2", "a key=hunter2", "key=%zzhunter2", "key=x%0D%0Ahunter2")) {
      assertThatThrownBy(() -> OtlpHeaders.of(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("traces-headers")
          .hasMessageNotContaining("hunter2");
    }
  }

  @Test
  void metersOfHttpBusPoolsAndJvmAreCollectedUnderLastingNames() {
    begin(Telemetry.open(config(Optional.empty()), NODE));
    vertx.eventBus().consumer("__vertx.ws.4711").unregister();
    int port = serve();
    get(port, null);

    Await.until(
        "the request was measured",
        LIMIT,
        () -> telemetry.meters().scrape().contains("vertx_http_server_response_time_seconds_b"));
    assertThat(telemetry.meters().scrape())
        .contains("vertx_http_server_requests_total{code=\"200\",method=\"GET\"")
        .contains("le=\"0.2\"")
        .contains("vertx_eventbus_handlers{address=\"config.get\"")
        .contains("vertx_pool_completed_total{pool_name=\"vert.x-worker-thread\"")
        .contains(
            "jvm_memory_used_bytes", "jvm_gc_", "jvm_threads_live_threads", "system_cpu_count")
        .doesNotContain("ws.4711");
  }

  private Telemetry recordingInMemory(double share) {
    return Telemetry.with(Tracing.recording(SimpleSpanProcessor.create(spans), share, NODE));
  }

  private static MonitoringConfig config(Optional<String> collector) {
    Optional<String> headers = Optional.of("x-tenant=acme, Authorization = Bearer%20a+b%2C%20c");
    return new MonitoringConfig(
        "127.0.0.1", Optional.of(0), collector, headers, Optional.empty(), 1);
  }

  private void begin(Telemetry begun) {
    telemetry = begun;
    vertx = begun.instrument(new VertxOptions()).build();
    MessageCatalogue.all().registerOn(vertx.eventBus());
  }

  /** An HTTP server that asks a worker over the bus, which makes a span of its own. */
  private int serve() {
    answer(
        vertx.deployVerticle(
            new Worker(), new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER)));
    return answer(vertx.createHttpServer().requestHandler(this::ask).listen(0, "127.0.0.1"))
        .actualPort();
  }

  private void ask(HttpServerRequest call) {
    ConfigMessages.GET
        .ask(vertx.eventBus(), new GetSetting("a"))
        .onSuccess(setting -> call.response().end(setting.value()))
        .onFailure(cause -> call.response().setStatusCode(500).end(cause.getMessage()));
  }

  private final class Worker extends AbstractVerticle {
    @Override
    public void start(Promise<Void> started) {
      ConfigMessages.GET.serve(vertx.eventBus(), this::render).completion().onComplete(started);
    }

    private Future<Setting> render(GetSetting request) {
      Span own = telemetry.traces().getTracer("test").spanBuilder("render").startSpan();
      own.end();
      String trace = Span.current().getSpanContext().getTraceId();
      return Future.succeededFuture(new Setting(request.key(), trace, 1, Instant.EPOCH, "test"));
    }
  }

  /** Answers with the trace id that the worker saw. */
  private String get(int port, String traceparent) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"));
    if (traceparent != null) {
      request.header("traceparent", traceparent);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static SpanData one(List<SpanData> spans, SpanKind kind, String parent) {
    List<SpanData> found =
        spans.stream()
            .filter(span -> span.getKind() == kind && span.getParentSpanId().equals(parent))
            .toList();
    assertThat(found).as("%s under %s in %s", kind, parent, spans).hasSize(1);
    return found.get(0);
  }

  private static String unzipped(Buffer body) throws IOException {
    try (GZIPInputStream unzip = new GZIPInputStream(new ByteArrayInputStream(body.getBytes()))) {
      return new String(unzip.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
