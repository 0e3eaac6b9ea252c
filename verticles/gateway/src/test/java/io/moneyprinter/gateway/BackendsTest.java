package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.platform.discovery.HttpServerEntry;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.client.HttpResponse;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests passed on to real servers, one of which fails. */
class BackendsTest {
  @RegisterExtension final TestNode test = TestNode.plain();
  private final List<Backend> backends = new ArrayList<>();
  private RunningGateway gateway;

  /** A server in "another language". */
  private final class Backend {
    final AtomicInteger asked = new AtomicInteger();
    final HttpServer server;
    volatile MultiMap headers;
    volatile String uri;
    volatile Consumer<HttpServerRequest> behaviour = this::echo;

    Backend() {
      server =
          answer(
              test.vertx()
                  .createHttpServer()
                  .requestHandler(
                      request -> {
                        asked.incrementAndGet();
                        headers = request.headers();
                        uri = request.uri();
                        behaviour.accept(request);
                      })
                  .listen(0, "127.0.0.1"));
      backends.add(this);
    }

    private void echo(HttpServerRequest request) {
      request
          .body()
          .onSuccess(
              body ->
                  request
                      .response()
                      .putHeader("Content-Type", "text/plain")
                      .putHeader("Set-Cookie", "a=b")
                      .putHeader("Content-Security-Policy", "default-src *")
                      .putHeader("X-Of-The-Service", "yes")
                      .end(request.method() + " " + body));
    }

    void refuse(int status) {
      behaviour = request -> request.response().setStatusCode(status).end("broken");
    }

    String address() {
      return "http://127.0.0.1:" + server.actualPort();
    }
  }

  private void start(String balance, String servers, String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "backends.kokoro.servers", servers,
                "backends.kokoro.balance", balance,
                "backends.kokoro.key", "the-key-of-the-gateway",
                "backends.kokoro.eject-after", "2",
                "backends.kokoro.eject-for", "10m",
                "backends.kokoro.timeout", "2s"));
    settings.addAll(List.of(more));
    gateway = RunningGateway.start(test.node(), TestConfig.with(settings.toArray(String[]::new)));
  }

  private HttpResponse<Buffer> get() {
    return gateway.get("/v1/services/kokoro/voices?x=1");
  }

  private HttpResponse<Buffer> post() {
    return gateway.post("/v1/services/kokoro/speak", "{\"a\":1}");
  }

  private double ejected() {
    return gateway.node.meters().get("gateway.backend.ejected").gauge().value();
  }

  private String both() {
    return backends.get(0).address() + "/api/," + backends.get(1).address() + "/api";
  }

  @Test
  void aRequestIsPassedOnWithOurNameInPlaceOfTheCredential() {
    Backend backend = new Backend();
    start("round-robin", backend.address() + "/api");

    HttpResponse<Buffer> answered =
        answer(
            gateway
                .json(HttpMethod.POST, "/v1/services/kokoro/speak/now?x=1")
                .putHeader("X-API-Key", FakeServices.OWNER_KEY)
                .putHeader("Cookie", "c=d")
                .putHeader("X-Tenant", "forged")
                .putHeader("Connection", "X-Hop")
                .putHeader("X-Hop", "1")
                .sendBuffer(Buffer.buffer("{\"a\":1}")));

    assertThat(answered.bodyAsString()).isEqualTo("POST {\"a\":1}");
    assertThat(answered.getHeader("X-Of-The-Service")).isEqualTo("yes");
    assertThat(answered.getHeader("Set-Cookie")).isNull();
    assertThat(answered.getHeader("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(backend.uri).isEqualTo("/api/speak/now?x=1");
    assertThat(backend.headers.get("X-Service-Name")).isEqualTo("gateway");
    assertThat(backend.headers.get("X-Service-Key")).isEqualTo("the-key-of-the-gateway");
    assertThat(backend.headers.getAll("X-Tenant")).containsExactly("acme");
    assertThat(backend.headers.get("X-Subject")).isEqualTo("ada");
    assertThat(backend.headers.names()).doesNotContain("X-API-Key", "Cookie", "X-Hop");
    assertThat(backend.headers.get("traceparent")).isEqualTo(answered.getHeader("traceparent"));
    assertThat(gateway.get("/v1/services/nobody/x").statusCode()).isEqualTo(404);
  }

  @Test
  void requestsTakeTurnsAndAFailingServerIsEjected() {
    Backend well = new Backend();
    Backend sick = new Backend();
    start("round-robin", both());
    for (int i = 0; i < 6; i++) {
      get();
    }
    assertThat(well.asked).hasValue(3);
    assertThat(sick.asked).hasValue(3);

    sick.refuse(503);
    for (int i = 0; i < 10; i++) {
      assertThat(get().statusCode()).as("tried again with the other").isEqualTo(200);
    }
    assertThat(sick.asked).as("twice, then no more").hasValue(5);
    assertThat(ejected()).isEqualTo(1);
  }

  @Test
  void whatChangesSomethingIsNotSentTwice() {
    Backend well = new Backend();
    Backend sick = new Backend();
    start("round-robin", both());
    well.behaviour = request -> request.body().onSuccess(body -> request.connection().close());
    sick.behaviour = well.behaviour;

    HttpResponse<Buffer> lost = post();

    assertThat(lost.statusCode()).isEqualTo(503);
    assertThat(problem(lost).getString("type")).endsWith("unavailable");
    assertThat(well.asked.get() + sick.asked.get()).isEqualTo(1);
  }

  @Test
  void whatNeverReachedAServerIsSentToAnother() {
    Backend well = new Backend();
    Backend gone = new Backend();
    start("round-robin", both());
    answer(gone.server.close());

    for (int i = 0; i < 4; i++) {
      assertThat(post().bodyAsString()).isEqualTo("POST {\"a\":1}");
    }
    assertThat(well.asked).hasValue(4);
    assertThat(ejected()).isEqualTo(1);
  }

  @Test
  void aServerThatIsSilentCostsATimeLimitOnly() {
    Backend silent = new Backend();
    silent.behaviour = request -> {};
    start("round-robin", silent.address(), "backends.kokoro.timeout", "300ms");

    assertThat(get().statusCode()).isEqualTo(504);
  }

  @Test
  void weightsAreKeptTo() {
    new Backend();
    new Backend();
    start("weighted", backends.get(0).address() + "*3," + backends.get(1).address());

    for (int i = 0; i < 8; i++) {
      get();
    }
    assertThat(backends.get(0).asked).hasValue(6);
    assertThat(backends.get(1).asked).hasValue(2);
  }

  @Test
  void theIdlestServerIsAsked() {
    Backend busy = new Backend();
    Backend idle = new Backend();
    List<HttpServerRequest> held = new ArrayList<>();
    start("least-connections", both());
    busy.behaviour = held::add;
    idle.behaviour = held::add;
    var first = gateway.request(HttpMethod.GET, "/v1/services/kokoro/long").send();
    Await.until("one works", Duration.ofSeconds(5), () -> held.size() == 1);
    busy.behaviour = busy::echo;
    idle.behaviour = idle::echo;
    Backend other = busy.asked.get() == 1 ? idle : busy;

    for (int i = 0; i < 3; i++) {
      get();
    }
    assertThat(other.asked).hasValue(3);
    test.vertx().runOnContext(now -> held.get(0).response().end("late"));
    assertThat(answer(first).bodyAsString()).isEqualTo("late");
  }

  @Test
  void oneAddressStaysWithOneServer() {
    new Backend();
    new Backend();
    start("address-hash", both(), "http.trusted-proxies", "127.0.0.1", "auth", "required");
    for (int caller = 0; caller < 16; caller++) {
      int before = backends.get(0).asked.get();
      for (int i = 0; i < 2; i++) {
        answer(
            gateway
                .request(HttpMethod.GET, "/v1/services/kokoro/x")
                .putHeader("X-API-Key", FakeServices.OWNER_KEY)
                .putHeader("X-Forwarded-For", "192.0.2." + caller)
                .send());
      }
      assertThat(backends.get(0).asked.get() - before).isIn(0, 2);
    }
    assertThat(backends.get(0).asked.get()).isBetween(2, 30);
  }

  @Test
  void serversThatOthersPublishAreFound() {
    Backend found = new Backend();
    start("round-robin", "");
    assertThat(get().statusCode()).isEqualTo(503);

    answer(
        test.node()
            .discovery()
            .publish("kokoro", new HttpServerEntry(URI.create(found.address()), 1)));
    Await.until("it is found", Duration.ofSeconds(10), () -> get().statusCode() == 200);
  }
}
