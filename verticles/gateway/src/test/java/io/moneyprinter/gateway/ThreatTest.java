package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.audit.AuditMessages;
import io.moneyprinter.codecs.audit.AuditReceipt;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.threat.CheckThreat;
import io.moneyprinter.codecs.threat.ReportThreat;
import io.moneyprinter.codecs.threat.ThreatAct;
import io.moneyprinter.codecs.threat.ThreatChanged;
import io.moneyprinter.codecs.threat.ThreatKind;
import io.moneyprinter.codecs.threat.ThreatMessages;
import io.moneyprinter.codecs.threat.ThreatVerdict;
import io.moneyprinter.engines.EmbeddedRedis;
import io.moneyprinter.engines.EmbeddedRedisOptions;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.redis.RedisConnector;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.NodeCopy;
import io.moneyprinter.testsupport.TestFolders;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes behind a proxy on this machine, sharing a Redis. */
class ThreatTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String[] SETTINGS = {
    "auth", "required",
    "http.trusted-proxies", "127.0.0.1",
    "limits.enabled", "false",
    "threats.failures", "6",
    "threats.accounts", "4",
    "threats.account-failures", "3",
    "threats.account-total", "5",
    "threats.scans", "8",
    "threats.breaches", "2",
    "threats.key-networks", "3",
    "threats.patience", "5s",
    "threats.delay", "300ms"
  };

  @RegisterExtension final TestNode first = TestNode.plain();
  @RegisterExtension final TestNode second = TestNode.plain();
  @TempDir Path folder;
  private final List<RecordAudit> audited = new CopyOnWriteArrayList<>();
  private final List<ThreatChanged> told = new CopyOnWriteArrayList<>();
  private EmbeddedRedis redis;
  private RunningGateway one;
  private RunningGateway other;

  @BeforeEach
  void start() {
    redis = EmbeddedRedis.start(EmbeddedRedisOptions.in(folder, TestFolders.programs()));
    one = gateway(first, SETTINGS);
    other = gateway(second, SETTINGS);
    AuditMessages.RECORD.serve(
        first.vertx().eventBus(),
        record -> {
          audited.add(record);
          return Future.succeededFuture(new AuditReceipt(1, "00"));
        });
    ThreatMessages.CHANGED.subscribe(first.vertx().eventBus(), told::add);
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  private RunningGateway gateway(TestNode test, String... settings) {
    Node plain = test.node();
    return RunningGateway.start(
        NodeCopy.of(plain).with(new RedisConnector(plain.vertx(), redis.uri())).made(),
        TestConfig.with(settings));
  }

  private static HttpResponse<Buffer> get(
      RunningGateway gateway, String from, String path, String key) {
    HttpRequest<Buffer> request =
        gateway.request(HttpMethod.GET, path).putHeader("X-Forwarded-For", from);
    if (key != null) {
      request.putHeader("X-API-Key", key);
    }
    return answer(request.send());
  }

  private static int status(RunningGateway gateway, String from, String key) {
    return get(gateway, from, "/v1/videos", key).statusCode();
  }

  private static String guess(int n) {
    return "mp_guess%03d_%043d".formatted(n, n);
  }

  private List<JsonObject> threats() {
    return get(one, "198.51.100.250", "/v1/admin/threats", FakeServices.OWNER_KEY)
        .bodyAsJsonObject()
        .getJsonArray("threats")
        .stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private void awaitThreat(String subject, String pattern, String act) {
    Await.until(
        subject + " " + act,
        SOON,
        () ->
            threats().stream()
                .anyMatch(
                    t ->
                        t.getString("subject").equals(subject)
                            && t.getString("pattern").equals(pattern)
                            && t.getString("act").equals(act)));
  }

  private void report(ThreatKind kind, String address, String account, String key, int times) {
    for (int i = 0; i < times; i++) {
      answer(
          ThreatMessages.REPORT.ask(
              first.vertx().eventBus(), new ReportThreat(kind, address, account, key)));
    }
  }

  private ThreatVerdict check(RunningGateway at, String address, String account) {
    return answer(
        ThreatMessages.CHECK.ask(at.node.vertx().eventBus(), new CheckThreat(address, account)));
  }

  @Test
  void whoGuessesKeysIsSlowedDownThenLockedOnAllNodesAndLetInAgainByAnAdmin() {
    String eve = "203.0.113.66";
    status(one, eve, FakeServices.READER_KEY); // a colleague behind the same address
    for (int i = 0; i < 3; i++) {
      assertThat(status(one, eve, guess(1))).isEqualTo(401);
    }
    awaitThreat("address:" + eve, "brute-force", "SLOW");
    long began = System.nanoTime();
    assertThat(status(one, eve, guess(1))).isEqualTo(401);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(280));
    for (int i = 0; i < 2; i++) {
      status(one, eve, guess(1));
    }

    awaitThreat("address:" + eve, "brute-force", "LOCK");
    HttpResponse<Buffer> refused = get(one, eve, "/v1/videos", guess(2));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.getHeader("Retry-After"))).isBetween(290, 301);
    assertThat(problem(refused).getString("detail")).contains("not taken from here");
    Await.until("the other node knows", SOON, () -> status(other, eve, guess(3)) == 429);
    assertThat(status(one, eve, FakeServices.READER_KEY)).isEqualTo(200); // good a moment ago
    assertThat(status(one, "203.0.113.67", FakeServices.READER_KEY)).isEqualTo(200);
    assertThat(get(one, eve, "/health/live", null).statusCode()).isEqualTo(200);
    assertThat(told).anyMatch(t -> t.threat().act() == ThreatAct.LOCK && !t.lifted());
    Await.until(
        "audited",
        SOON,
        () ->
            audited.stream()
                .anyMatch(
                    r ->
                        r.action().equals("threat.detect")
                            && "lock".equals(r.details().get("act"))
                            && ("address:" + eve).equals(r.target())));

    String lift = new JsonObject().put("subject", "address:" + eve).encode();
    HttpRequest<Buffer> wish =
        other
            .json(HttpMethod.POST, "/v1/admin/threats/lift")
            .putHeader("X-API-Key", FakeServices.OWNER_KEY);
    assertThat(answer(wish.sendBuffer(Buffer.buffer(lift))).statusCode()).isEqualTo(204);
    Await.until("let in", SOON, () -> status(one, eve, guess(4)) == 401);
    assertThat(answer(wish.sendBuffer(Buffer.buffer(lift.replace(eve, "1.2.3.4")))).statusCode())
        .isEqualTo(404);
    assertThat(get(one, "198.51.100.1", "/v1/admin/threats", FakeServices.READER_KEY).statusCode())
        .isEqualTo(403);
  }

  @Test
  void stuffersScannersAndThoseWhoAbuseTheBridgeAreLocked() {
    for (int i = 0; i < 4; i++) {
      status(one, "2001:db8:1:2::" + i, guess(i)); // one network of 64 bits
    }
    awaitThreat("address:2001:db8:1:2::/64", "credential-stuffing", "LOCK");
    assertThat(status(one, "2001:db8:1:2:ffff::1", guess(9))).isEqualTo(429);
    assertThat(status(one, "2001:db8:1:3::1", guess(9))).isEqualTo(401);

    for (int i = 0; i < 3; i++) {
      get(one, "203.0.113.7", "/wp-admin/" + i, null);
    }
    get(one, "203.0.113.7", "/files/..%2f..%2fetc/passwd", null); // the firewall's: five points
    awaitThreat("address:203.0.113.7", "scanner", "LOCK");
    assertThat(get(one, "203.0.113.7", "/", null).statusCode()).isEqualTo(429);

    report(ThreatKind.BRIDGE_ABUSE, "203.0.113.8", null, null, 2);
    awaitThreat("address:203.0.113.8", "bridge-abuse", "LOCK");
    assertThat(status(one, "203.0.113.8", FakeServices.READER_KEY)).isEqualTo(429);
  }

  @Test
  void nobodyLocksAnAccountForItsOwnerFromElsewhere() {
    report(ThreatKind.FAILED_LOGIN, "203.0.113.1", "Ada@Example.org", null, 3);

    assertThat(check(one, "203.0.113.200", "ada@example.org").act()).isEqualTo(ThreatAct.LOCK);
    assertThat(check(one, "198.51.100.4", "ada@example.org")).isEqualTo(ThreatVerdict.PASS);
    report(ThreatKind.FAILED_LOGIN, "192.0.2.1", "ada@example.org", null, 1);
    report(ThreatKind.FAILED_LOGIN, "198.18.0.1", "ada@example.org", null, 1);
    ThreatVerdict owner = check(one, "198.51.100.4", "ada@example.org");
    assertThat(owner.act()).isEqualTo(ThreatAct.SLOW);
    assertThat(owner.delayMillis()).isEqualTo(300);
    assertThat(check(one, "198.51.100.4", "bob@example.org")).isEqualTo(ThreatVerdict.PASS);
    Await.until(
        "the other node knows",
        SOON,
        () -> check(other, "203.0.113.9", "ada@example.org").act() == ThreatAct.LOCK);
  }

  @Test
  void aKeyThatIsUsedFromManyNetworksAtOnceIsTold() {
    for (String from : List.of("192.0.2.1", "198.51.100.1", "192.0.2.2", "203.0.113.1")) {
      assertThat(status(one, from, FakeServices.READER_KEY)).isEqualTo(200);
    }

    awaitThreat("key:reader00", "impossible-travel", "NOTIFY");
    assertThat(status(one, "203.0.113.1", FakeServices.READER_KEY)).isEqualTo(200);
    assertThat(told).anyMatch(t -> t.threat().subject().equals("key:reader00"));
  }

  @Test
  void withoutRedisEachNodeGoesOnByItselfAndAForgedHeaderMovesNobody() {
    redis.close();
    for (int i = 0; i < 6; i++) {
      status(one, "203.0.113.5", guess(1));
    }
    Await.until("locked", SOON, () -> status(one, "203.0.113.5", guess(1)) == 429);
    // What a caller writes before the proxy's own entry is not believed.
    assertThat(status(one, "198.51.100.77, 203.0.113.5", guess(1))).isEqualTo(429);
    // Without an entry it is the proxy, or this machine, and locking that would lock out everybody.
    for (int i = 0; i < 8; i++) {
      HttpRequest<Buffer> direct = one.request(HttpMethod.GET, "/v1/videos");
      assertThat(answer(direct.putHeader("X-API-Key", guess(1)).send()).statusCode())
          .isEqualTo(401);
    }
  }
}
