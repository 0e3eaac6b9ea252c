package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.CredentialsChanged;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {
  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;

  private void start(AuthMode mode, String... origins) {
    gateway = RunningGateway.start(test.node(), mode, origins);
  }

  @ParameterizedTest
  @CsvSource({
    "X-API-Key, mp_owner000_key",
    "Authorization, Bearer mp_owner000_key",
    "Authorization, bearer header.claims.signature"
  })
  void aKeyOrATokenOpensTheDoor(String header, String value) {
    start(AuthMode.REQUIRED);

    assertThat(gateway.get("/v1/videos", header, value).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "X-Nothing, x",
    "X-API-Key, mp_wrong000_key",
    "X-API-Key, ''",
    "Authorization, Bearer header.claims.forged",
    "Authorization, Basic YWRhOmFkYQ=="
  })
  void anythingElseIsRefusedInTheSameWords(String header, String value) {
    start(AuthMode.REQUIRED);

    HttpResponse<Buffer> refused = gateway.get("/v1/videos", header, value);

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.getHeader("WWW-Authenticate")).startsWith("Bearer");
    assertThat(problem(refused).getString("type"))
        .isEqualTo("urn:moneyprinter:problem:unauthenticated");
    assertThat(gateway.get("/v1/no-such-path", header, value).statusCode()).isEqualTo(401);
  }

  @Test
  void aCheckedCredentialIsRememberedButARefusedOneIsNot() {
    start(AuthMode.REQUIRED);
    for (int i = 0; i < 5; i++) {
      gateway.get("/v1/videos", "X-API-Key", FakeServices.OWNER_KEY);
    }
    assertThat(gateway.services.authentications).hasValue(1);

    gateway.get("/v1/videos", "X-API-Key", "mp_wrong000_key");
    gateway.get("/v1/videos", "X-API-Key", "mp_wrong000_key");
    assertThat(gateway.services.authentications).hasValue(3);
  }

  @Test
  void aCredentialIsGoodForItsScopesOnly() {
    start(AuthMode.REQUIRED);

    HttpResponse<Buffer> reading = gateway.get("/v1/videos", "X-API-Key", FakeServices.READER_KEY);
    HttpResponse<Buffer> writing =
        answer(
            gateway
                .json(HttpMethod.POST, "/v1/videos")
                .putHeader("X-API-Key", FakeServices.READER_KEY)
                .sendBuffer(Buffer.buffer(RunningGateway.SCRIPT)));

    assertThat(reading.statusCode()).isEqualTo(200);
    assertThat(writing.statusCode()).isEqualTo(403);
    assertThat(problem(writing).getString("detail")).contains("videos:write");
    assertThat(gateway.get("/v1/configs/a.b", "X-API-Key", FakeServices.READER_KEY).statusCode())
        .isEqualTo(403);
  }

  @Test
  void whatIsRememberedOfACallerEndsWhenItsCredentialsChange() {
    start(AuthMode.REQUIRED);
    gateway.get("/v1/videos", "X-API-Key", FakeServices.OWNER_KEY);
    gateway.get("/v1/videos", "X-API-Key", FakeServices.READER_KEY);

    AccountMessages.CREDENTIALS_CHANGED.publish(
        test.vertx().eventBus(), new CredentialsChanged("acme", "ada"));

    Await.until(
        "the owner is looked up anew",
        Duration.ofSeconds(5),
        () -> {
          gateway.get("/v1/videos", "X-API-Key", FakeServices.OWNER_KEY);
          return gateway.services.authentications.get() == 3;
        });
    gateway.get("/v1/videos", "X-API-Key", FakeServices.READER_KEY);
    assertThat(gateway.services.authentications).hasValue(3);
  }

  @Test
  void whoHasUsedUpTheAllowanceOrdersNothing() {
    start(AuthMode.REQUIRED);

    HttpResponse<Buffer> refused =
        answer(
            gateway
                .json(HttpMethod.POST, "/v1/videos")
                .putHeader("X-API-Key", FakeServices.POOR_KEY)
                .sendBuffer(Buffer.buffer(RunningGateway.SCRIPT)));

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(problem(refused).getString("type")).isEqualTo("urn:moneyprinter:problem:quota");
    assertThat(gateway.services.jobs).isEmpty();
    assertThat(gateway.get("/v1/videos", "X-API-Key", FakeServices.POOR_KEY).statusCode())
        .isEqualTo(200);
    HttpResponse<Buffer> perhapsTaken =
        answer(
            gateway
                .json(HttpMethod.POST, "/v1/videos")
                .putHeader("X-API-Key", FakeServices.POOR_KEY)
                .putHeader("Idempotency-Key", "taken-before")
                .sendBuffer(Buffer.buffer(RunningGateway.SCRIPT)));
    assertThat(perhapsTaken.statusCode()).isEqualTo(202); // who makes the jobs decides
  }

  @Test
  void aBodyArrivesWholeAfterTheCallerWasLookedUp() {
    start(AuthMode.REQUIRED);
    String script = "word ".repeat(3_000);

    HttpResponse<Buffer> made =
        answer(
            gateway
                .json(HttpMethod.POST, "/v1/videos")
                .putHeader("X-API-Key", FakeServices.OWNER_KEY)
                .sendBuffer(Buffer.buffer("{\"script\":\"" + script + "\"}")));

    assertThat(made.statusCode()).isEqualTo(202);
    String id = made.bodyAsJsonObject().getString("id");
    assertThat(gateway.services.jobs.get(id).brief().script()).isEqualTo(script);
  }

  @Test
  void anotherTenantsVideoIsNotFound() {
    start(AuthMode.LOCAL);
    String id = gateway.createVideo();

    for (String path : new String[] {"", "/events", "/files", "/files/video.mp4"}) {
      assertThat(
              gateway
                  .get("/v1/videos/" + id + path, "X-API-Key", FakeServices.OTHER_TENANT_KEY)
                  .statusCode())
          .as(path)
          .isEqualTo(404);
    }
  }

  @Test
  void detailsOfOurFaultsAreHiddenFromAllButTheOwner() {
    start(AuthMode.LOCAL);
    gateway.services.replayed = events -> Future.failedFuture(new IllegalStateException("wires"));
    String id = gateway.createVideo();
    var job = gateway.services.jobs.get(id);
    gateway.services.jobs.put(
        id,
        Job.builder(id, "acme", job.brief())
            .workflow(job.workflow())
            .state(job.state())
            .steps(job.steps())
            .createdAt(job.createdAt())
            .updatedAt(job.updatedAt())
            .build());

    String path = "/v1/videos/" + id + "/events";
    JsonObject stranger = problem(gateway.get(path, "X-API-Key", FakeServices.READER_KEY));
    JsonObject owner = problem(gateway.get(path, "X-API-Key", FakeServices.OWNER_KEY));

    assertThat(stranger.getInteger("status")).isEqualTo(500);
    assertThat(stranger.encode()).doesNotContain("wires").contains("correlation id");
    assertThat(owner.getString("detail")).contains("wires");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:1"})
  void onThisMachineNoCredentialIsNeeded(String host) {
    start(AuthMode.LOCAL);

    assertThat(gateway.get("/v1/videos", "Host", host).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "Host, rebound.example.org, 403",
    "Host, localhost.example.org:8000, 403",
    "Origin, https://evil.example.org, 403",
    "Origin, null, 403",
    "X-Forwarded-For, 203.0.113.9, 401",
    "Forwarded, for=203.0.113.9, 401"
  })
  void whatMayComeFromElsewhereNeedsACredential(String header, String value, int status) {
    start(AuthMode.LOCAL);

    assertThat(gateway.get("/v1/videos", header, value).statusCode()).isEqualTo(status);
    assertThat(
            answer(
                    gateway
                        .json(HttpMethod.GET, "/v1/videos")
                        .putHeader(header, value)
                        .putHeader("X-API-Key", FakeServices.OWNER_KEY)
                        .send())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aFormOfAForeignPageChangesNothing() {
    start(AuthMode.LOCAL);
    String id = gateway.createVideo();

    HttpResponse<Buffer> form =
        answer(
            gateway
                .request(HttpMethod.POST, "/v1/videos/" + id + "/cancel")
                .putHeader("Content-Type", "text/plain")
                .sendBuffer(Buffer.buffer("{}")));

    assertThat(form.statusCode()).isEqualTo(403);
    assertThat(problem(form).getString("detail")).contains("application/json");
  }

  @Test
  void thePageItselfMayOrder() {
    start(AuthMode.LOCAL);
    String own = "http://127.0.0.1:" + gateway.port();

    HttpResponse<Buffer> made =
        answer(
            gateway
                .json(HttpMethod.POST, "/v1/videos")
                .putHeader("Origin", own)
                .sendBuffer(Buffer.buffer(RunningGateway.SCRIPT)));

    assertThat(made.statusCode()).isEqualTo(202);
    assertThat(made.getHeader("Access-Control-Allow-Origin")).isNull();
  }

  @Test
  void listedOriginsMayReadAnswers() {
    start(AuthMode.REQUIRED, "https://studio.example.org");
    HttpResponse<Buffer> preflight =
        answer(
            gateway
                .request(HttpMethod.OPTIONS, "/v1/videos")
                .putHeader("Origin", "https://studio.example.org")
                .putHeader("Access-Control-Request-Method", "POST")
                .send());
    HttpResponse<Buffer> foreign =
        answer(
            gateway
                .request(HttpMethod.OPTIONS, "/v1/videos")
                .putHeader("Origin", "https://evil.example.org")
                .putHeader("Access-Control-Request-Method", "POST")
                .send());

    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.getHeader("Access-Control-Allow-Origin"))
        .isEqualTo("https://studio.example.org");
    assertThat(preflight.getHeader("Access-Control-Allow-Headers")).contains("X-API-Key");
    assertThat(foreign.headers().contains("Access-Control-Allow-Origin")).isFalse();
    assertThat(foreign.statusCode()).isGreaterThanOrEqualTo(400);
  }

  @Test
  void anApiKeyIsTradedForAToken() {
    start(AuthMode.LOCAL);
    HttpResponse<Buffer> token =
        answer(
            gateway
                .request(HttpMethod.POST, "/v1/auth/token")
                .putHeader("X-API-Key", FakeServices.OWNER_KEY)
                .send());

    assertThat(token.statusCode()).isEqualTo(200);
    assertThat(token.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(token.bodyAsJsonObject().getString("accessToken")).isEqualTo(FakeServices.TOKEN);
    assertThat(token.bodyAsJsonObject().getInteger("expiresInSeconds")).isEqualTo(900);
    assertThat(gateway.post("/v1/auth/token", "").statusCode()).isEqualTo(401);
    assertThat(
            gateway
                .get("/.well-known/jwks.json")
                .bodyAsJsonObject()
                .getJsonArray("keys")
                .getJsonObject(0)
                .getString("kid"))
        .isEqualTo("k1");
  }
}
