package io.moneyprinter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.audit.AuditMessages;
import io.moneyprinter.codecs.audit.AuditReceipt;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.export.ExportKind;
import io.moneyprinter.codecs.export.ExportMessages;
import io.moneyprinter.codecs.export.ExportRows;
import io.moneyprinter.codecs.export.ExportedRows;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Exports of what is kept, unpacked by Apache Commons Compress. */
class ExportsTest {
  @RegisterExtension final TestNode test = TestNode.plain();
  private final ConcurrentLinkedQueue<RecordAudit> audited = new ConcurrentLinkedQueue<>();
  private RunningGateway gateway;

  @TempDir private Path folder;

  @BeforeEach
  void start() {
    gateway =
        RunningGateway.start(
            test.node(), TestConfig.with("auth", "required", "limits.enabled", "false"));
    AuditMessages.RECORD.serve(
        bus(),
        action -> {
          audited.add(action);
          return Future.succeededFuture(new AuditReceipt(1, "0"));
        });
  }

  private EventBus bus() {
    return test.vertx().eventBus();
  }

  /** Every service but one: two pages of videos, a row of every other kind. */
  private void serve(String without) {
    Arrays.stream(ExportKind.values())
        .filter(kind -> !kind.service().equals(without))
        .map(ExportMessages::of)
        .distinct()
        .forEach(endpoint -> endpoint.serve(bus(), ExportsTest::rows));
  }

  private static Future<ExportedRows> rows(ExportRows wanted) {
    boolean first = wanted.kind() == ExportKind.VIDEOS && wanted.after().isEmpty();
    String row =
        new JsonObject()
            .put("kind", wanted.kind().word())
            .put("after", wanted.after())
            .put("whole", wanted.wholeTenant())
            .encode();
    return Future.succeededFuture(new ExportedRows(List.of(row), first ? "1" : null));
  }

  @Test
  void aPersonGetsAFileOfEveryKindThatIsTheirsAndAListOfThem() throws IOException {
    serve("");

    Map<String, String> files =
        unpacked(gateway.get("/v1/me/export.zip", "X-API-Key", FakeServices.OWNER_KEY));

    JsonObject manifest = new JsonObject(files.remove("manifest.json"));
    assertThat(manifest.getString("of")).isEqualTo("person");
    List<String> listed = new ArrayList<>();
    JsonArray entries = manifest.getJsonArray("files");
    for (int i = 0; i < entries.size(); i++) {
      JsonObject entry = entries.getJsonObject(i);
      String content = files.get(entry.getString("name"));
      assertThat(entry.getString("sha256")).isEqualTo(Sha256.hex(content));
      assertThat(entry.getInteger("rows")).isEqualTo(content.split("\n").length);
      listed.add(entry.getString("name"));
    }
    assertThat(listed).containsExactlyInAnyOrderElementsOf(files.keySet());
    assertThat(listed)
        .contains("orchestration/videos-00001.jsonl", "orchestration/videos-00002.jsonl")
        .contains("users/api-keys-00001.jsonl", "audit/audit-records-00001.jsonl")
        .doesNotContain("materials/materials-00001.jsonl");
    assertThat(files.values()).allSatisfy(file -> assertThat(file).contains("\"whole\":false"));
    assertThat(audited).extracting(RecordAudit::action).containsOnly("user.export");
  }

  @Test
  void whoRulesATenantGetsAllOfItAndWhoMayOnlyReadGetsNothing() throws IOException {
    serve("");

    Map<String, String> files =
        unpacked(gateway.get("/v1/tenant/export.zip", "X-API-Key", FakeServices.OWNER_KEY));

    assertThat(files).containsKeys("materials/materials-00001.jsonl", "users/tenant-00001.jsonl");
    for (String path : List.of("/v1/me/export.zip", "/v1/tenant/export.zip")) {
      assertThat(gateway.get(path, "X-API-Key", FakeServices.READER_KEY).statusCode())
          .as(path)
          .isEqualTo(403);
    }
  }

  @Test
  void aServiceThatIsAwayIsNamedInsteadOfItsPartLeftOut() {
    serve("notification");

    HttpResponse<Buffer> answer =
        gateway.get("/v1/me/export.zip", "X-API-Key", FakeServices.OWNER_KEY);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.bodyAsJsonObject().getString("detail")).contains("notification", "try again");
  }

  private Map<String, String> unpacked(HttpResponse<Buffer> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.bodyAsString()).isEqualTo(200);
    assertThat(answer.getHeader("Content-Type")).isEqualTo("application/zip");
    Path file = Files.write(folder.resolve("sent.zip"), answer.body().getBytes());
    Map<String, String> found = new TreeMap<>();
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        found.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return found;
  }
}
