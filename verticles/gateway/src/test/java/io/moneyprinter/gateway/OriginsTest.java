package io.moneyprinter.gateway;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.platform.settings.ConfigTree;
import io.moneyprinter.platform.settings.YamlLayer;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What pages of other origins may do, in each environment as it is shipped: cross-site request
 * forgery and reading across origins (WHATWG Fetch).
 */
class OriginsTest {
  private static final String STUDIO = "https://studio.example.org";
  private static final String EVIL = "https://evil.example.org";

  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;

  /** With what {@code conf/} says of the gateway in an environment. */
  private void start(String environment, String... origins) {
    ConfigTree conf = YamlLayer.read(Path.of("..", "..", "conf", environment + ".yaml"));
    String auth =
        conf.written("gateway.auth").map(written -> written.items().get(0)).orElse("local");
    String listed =
        conf.written("gateway.origins").map(w -> String.join(",", w.items())).orElse("");
    gateway =
        RunningGateway.start(
            test.node(),
            TestConfig.with("auth", auth, "origins", origins.length > 0 ? origins[0] : listed));
  }

  private HttpResponse<Buffer> send(HttpMethod method, String type, String... headers) {
    HttpRequest<Buffer> request = gateway.request(method, "/v1/videos");
    for (int i = 0; i < headers.length; i += 2) {
      request.putHeader(headers[i], headers[i + 1]);
    }
    Future<HttpResponse<Buffer>> sent =
        type == null
            ? request.send()
            : request
                .putHeader("Content-Type", type)
                .sendBuffer(Buffer.buffer(RunningGateway.SCRIPT));
    return answer(sent);
  }

  /** The types that a form or a script can send to anywhere without being asked. */
  @ParameterizedTest
  @CsvSource({
    "development, text/plain, 403",
    "development, application/x-www-form-urlencoded, 403",
    "development, multipart/form-data; boundary=b, 403",
    "development, application/json, 403",
    "staging, text/plain, 401",
    "staging, application/json, 401",
    "production, text/plain, 401",
    "production, application/json, 401"
  })
  void aForeignPageCannotOrderInTheNameOfWhoLooksAtIt(String environment, String type, int status) {
    start(environment);

    HttpResponse<Buffer> refused =
        send(HttpMethod.POST, type, "Origin", EVIL, "Cookie", "session=stolen");

    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(refused.getHeader("Access-Control-Allow-Origin")).isNull();
    assertThat(gateway.services.jobs).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"development", "staging", "production"})
  void noOriginIsTrustedAsShippedAndNoWildcardIsEverSent(String environment) {
    start(environment);

    for (String origin : new String[] {EVIL, STUDIO, "null", "http://127.0.0.1.evil.example"}) {
      HttpResponse<Buffer> preflight =
          send(HttpMethod.OPTIONS, null, "Origin", origin, "Access-Control-Request-Method", "POST");
      HttpResponse<Buffer> read =
          send(HttpMethod.GET, null, "Origin", origin, "X-API-Key", FakeServices.OWNER_KEY);
      for (HttpResponse<Buffer> answered : List.of(preflight, read)) {
        assertThat(answered.getHeader("Access-Control-Allow-Origin")).as(origin).isNull();
        assertThat(answered.getHeader("Access-Control-Allow-Credentials")).isNull();
        assertThat(answered.getHeader("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"development", "staging", "production"})
  void aListedOriginReadsWithACredentialAndOnlyThat(String environment) {
    start(environment, STUDIO);

    HttpResponse<Buffer> without = send(HttpMethod.POST, "application/json", "Origin", STUDIO);
    HttpResponse<Buffer> read =
        send(HttpMethod.GET, null, "Origin", STUDIO, "X-API-Key", FakeServices.OWNER_KEY);
    HttpResponse<Buffer> like = send(HttpMethod.GET, null, "Origin", STUDIO + ".evil.example");

    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.getHeader("Access-Control-Allow-Origin")).isEqualTo(STUDIO);
    assertThat(read.getHeader("Vary")).contains("Origin");
    assertThat(read.getHeader("Access-Control-Allow-Credentials")).isNull();
    assertThat(read.getHeader("Access-Control-Expose-Headers"))
        .contains("RateLimit", "traceparent", "Location");
    assertThat(like.getHeader("Access-Control-Allow-Origin")).isNull();
    if (!environment.equals("development")) {
      assertThat(without.statusCode()).isEqualTo(401);
    }
  }
}
