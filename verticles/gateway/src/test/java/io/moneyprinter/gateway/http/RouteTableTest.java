package io.moneyprinter.gateway.http;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.client.WebClient;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {
  @RegisterExtension final TestNode test = TestNode.plain();
  private HttpServer server;
  private WebClient client;

  @BeforeEach
  void open() {
    RouteTable table = new RouteTable(test.vertx());
    table.link(ctx -> link(ctx, "all"));
    mount(table, HttpMethod.GET, "/health");
    table.link("/v1/", ctx -> link(ctx, "known"));
    mount(table, HttpMethod.GET, "/v1/videos");
    mount(table, HttpMethod.POST, "/v1/videos");
    mount(table, HttpMethod.GET, "/v1/videos/:id");
    mount(table, HttpMethod.GET, "/v1/videos/:id/segments/:number");
    mount(table, HttpMethod.GET, "/v1/services/:name/*");
    mount(table, HttpMethod.GET, "/v1/services/:name");
    server =
        answer(test.vertx().createHttpServer().requestHandler(table.open()).listen(0, "127.0.0.1"));
    client = WebClient.create(test.vertx());
  }

  private static void link(RoutingContext ctx, String name) {
    ctx.response().headers().add("Link", name);
    ctx.next();
  }

  private static void mount(RouteTable table, HttpMethod method, String path) {
    table.at(
        path,
        router ->
            router
                .route(method, path)
                .handler(ctx -> ctx.end(path + new TreeMap<>(ctx.pathParams()))));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /health, 200, all, /health{}",
    "GET, /v1/videos, 200, all+known, /v1/videos{}",
    "POST, /v1/videos, 200, all+known, /v1/videos{}",
    "GET, /v1/videos/, 200, all+known, /v1/videos{}",
    "GET, /v1//videos, 200, all+known, /v1/videos{}",
    "GET, /v1/./videos, 200, all+known, /v1/videos{}",
    "GET, /v1/%76ideos/7, 200, all+known, /v1/videos/:id{id=7}",
    "GET, /v1/videos/7, 200, all+known, /v1/videos/:id{id=7}",
    "GET, /v1/videos/a%20b, 200, all+known, /v1/videos/:id{id=a b}",
    "GET, /v1/videos/7/segments/2, 200, all+known,"
        + " '/v1/videos/:id/segments/:number{id=7, number=2}'",
    "GET, /v1/videos/7/segments, 404, all+known,",
    "DELETE, /v1/videos/7, 405, all+known,",
    "GET, /v1/services/voices/a/b, 200, all+known, '/v1/services/:name/*{*=a/b, name=voices}'",
    "GET, /v1/services/voices, 200, all+known, '/v1/services/:name{name=voices}'",
    "GET, /v1/nothing, 404, all+known,",
    "GET, /nothing, 404, all,"
  })
  void aRequestFindsItsRouteHoweverItsPathIsWritten(
      String method, String path, int status, String links, String answered) {
    var response =
        answer(
            client
                .request(HttpMethod.valueOf(method), server.actualPort(), "127.0.0.1", path)
                .send());

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(String.join("+", response.headers().getAll("Link"))).isEqualTo(links);
    if (answered != null) {
      assertThat(response.bodyAsString()).isEqualTo(answered);
    }
  }

  @Test
  void theCompleteRouterHasEveryRouteOnce() {
    RouteTable table = new RouteTable(test.vertx());
    mount(table, HttpMethod.GET, "/v1/videos");
    mount(table, HttpMethod.GET, "/v1/videos/:id");

    assertThat(table.open().complete().getRoutes()).hasSize(2);
  }
}
