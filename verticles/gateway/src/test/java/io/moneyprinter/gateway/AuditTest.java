package io.moneyprinter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.audit.AuditEntry;
import io.moneyprinter.codecs.audit.AuditMessages;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.audit.AuditPage;
import io.moneyprinter.codecs.audit.AuditReceipt;
import io.moneyprinter.codecs.audit.AuditVerdict;
import io.moneyprinter.codecs.audit.ListAudit;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditTest {
  private static final String KEY = "X-API-Key";

  @RegisterExtension final TestNode test = TestNode.plain();
  private final List<RecordAudit> recorded = new CopyOnWriteArrayList<>();
  private final List<ListAudit> listed = new CopyOnWriteArrayList<>();
  private RunningGateway gateway;

  @BeforeEach
  void start() {
    EventBus bus = test.vertx().eventBus();
    AuditMessages.RECORD.serve(
        bus,
        record -> {
          recorded.add(record);
          return Future.succeededFuture(new AuditReceipt(recorded.size(), "00"));
        });
    AuditMessages.LIST.serve(
        bus,
        wish -> {
          listed.add(wish);
          AuditEntry entry =
              new AuditEntry(
                  9,
                  "i",
                  Instant.EPOCH,
                  "key.revoke",
                  AuditOutcome.SUCCESS,
                  "local",
                  "ada",
                  null,
                  null,
                  "c",
                  Map.of(),
                  "00",
                  "11");
          return Future.succeededFuture(new AuditPage(List.of(entry), 9L));
        });
    AuditMessages.VERIFY.serve(
        bus,
        asked ->
            Future.succeededFuture(new AuditVerdict(3, false, 4L, "Record 4 was changed", "11")));
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
  }

  private int send(HttpMethod method, String path, String key, String body) {
    return Answers.answer(
            gateway
                .json(method, path)
                .putHeader(KEY, key)
                .sendBuffer(io.vertx.core.buffer.Buffer.buffer(body)))
        .statusCode();
  }

  @Test
  void whatKnownCallersChangeIsRecordedAndWhatStrangersTryIsNot() {
    String setting = "/v1/configs/video.watermark";
    assertThat(send(HttpMethod.PUT, setting, FakeServices.OWNER_KEY, "{\"a\":1}")).isEqualTo(200);
    assertThat(send(HttpMethod.PUT, setting, FakeServices.READER_KEY, "{\"a\":2}")).isEqualTo(403);
    assertThat(send(HttpMethod.PUT, setting, "mp_stranger_x", "{\"a\":3}")).isEqualTo(401);
    assertThat(send(HttpMethod.GET, setting, FakeServices.OWNER_KEY, "")).isEqualTo(200);
    assertThat(send(HttpMethod.POST, "/v1/auth/token", FakeServices.OWNER_KEY, "{}"))
        .isEqualTo(200);

    Await.until("recorded", Duration.ofSeconds(5), () -> recorded.size() == 3);
    assertThat(recorded)
        .extracting(RecordAudit::action, RecordAudit::outcome, RecordAudit::actor)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("config.change", AuditOutcome.SUCCESS, "ada"),
            org.assertj.core.groups.Tuple.tuple("config.change", AuditOutcome.REFUSED, "bob"),
            org.assertj.core.groups.Tuple.tuple(
                "auth.token-issue", AuditOutcome.SUCCESS, "key:owner000"));
    assertThat(recorded).allMatch(record -> record.address().equals("127.0.0.1"));
    assertThat(recorded.toString())
        .contains(setting)
        .doesNotContain(FakeServices.OWNER_KEY, "\"a\"");
  }

  @Test
  void theLogIsShownToWhoRulesTheInstallation() {
    String query = "?action=key.*&outcome=refused&tenant=acme&cursor=12&limit=5&from=2026-01-31";
    JsonObject page = gateway.get("/v1/admin/audit" + query).bodyAsJsonObject();
    assertThat(page.getString("next")).isEqualTo("9");
    assertThat(page.getJsonArray("entries").getJsonObject(0).getString("action"))
        .isEqualTo("key.revoke");
    ListAudit wish = listed.get(0);
    assertThat(wish.before()).isEqualTo(12);
    assertThat(wish.tenant()).isEqualTo("acme");
    assertThat(wish.outcome()).isEqualTo(AuditOutcome.REFUSED);

    assertThat(gateway.get("/v1/admin/audit", KEY, FakeServices.READER_KEY).statusCode())
        .isEqualTo(403);
    assertThat(gateway.get("/v1/admin/audit?cursor=x", KEY, FakeServices.OWNER_KEY).statusCode())
        .isEqualTo(400);
  }

  @Test
  void theVerdictIsPassedOn() {
    JsonObject verdict = gateway.post("/v1/admin/audit/verify", "{}").bodyAsJsonObject();

    assertThat(verdict.getBoolean("intact")).isFalse();
    assertThat(verdict.getLong("firstBad")).isEqualTo(4);
    assertThat(send(HttpMethod.POST, "/v1/admin/audit/verify", FakeServices.READER_KEY, "{}"))
        .isEqualTo(403);
  }
}
