package io.moneyprinter.launcher;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.FileList;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.gateway.GatewayConfig;
import io.moneyprinter.gateway.GatewayVerticle;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.settings.ConfigTree;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.SettingsBinder;
import io.moneyprinter.storage.StorageConfig;
import io.moneyprinter.storage.StorageVerticle;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.users.UsersConfig;
import io.moneyprinter.users.UsersVerticle;
import io.moneyprinter.users.audit.AuditConfig;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code storage} against a gateway with the real storage service behind it. */
class StorageCommandTest {
  @RegisterExtension final TestNode test = TestNode.withoutStorage();
  private GatewayVerticle gateway;
  private int exitCode;

  @BeforeEach
  void start() {
    StorageConfig config = new StorageConfig(new DataSize(1), Duration.ofDays(1));
    answer(test.vertx().deployVerticle(new StorageVerticle(config, test.node())), 60);
    gateway =
        new GatewayVerticle(
            SettingsBinder.bind(
                GatewayConfig.class,
                new ConfigTree()
                    .put("http.port", written("0"))
                    .put("http.drain", written("0ms"))
                    .put("uploads.minimum-free", written("0KB")),
                Map.of()),
            test.node());
    answer(
        test.vertx()
            .deployVerticle(
                new UsersVerticle(
                    SettingsBinder.bind(UsersConfig.class, new ConfigTree(), Map.of()),
                    SettingsBinder.bind(AuditConfig.class, new ConfigTree(), Map.of()),
                    test.node())),
        60);
    answer(test.vertx().deployVerticle(gateway));
  }

  private static ConfigTree.Written written(String value) {
    return new ConfigTree.Written(List.of(value), false, "the test");
  }

  @Test
  void whatIsStoredIsToldByClass() throws IOException {
    store("a".repeat(3 << 20), StorageClass.RESULTS);
    store("b".repeat(100), StorageClass.PARTS);

    String told = run("usage");

    assertThat(exitCode).as(told).isZero();
    assertThat(told.lines().map(line -> line.strip().replaceAll(" +", " ")))
        .containsExactly(
            "local",
            "parts 1 files 100 B",
            "results 1 files 3.0 MB",
            "all 2 files 3.0 MB",
            "no limit");
    assertThat(run("usage", "--all")).isEqualTo(told);
  }

  @Test
  void whatIsHeldCannotBeDeletedUntilTheHoldIsLiftedAndBothStayOnRecord() throws IOException {
    StorageMessages.NAMED_BY_JOBS.serve(
        test.vertx().eventBus(), asked -> Future.succeededFuture(new FileList(List.of())));
    StorageMessages.NAMED_BY_LIBRARIES.serve(
        test.vertx().eventBus(), asked -> Future.succeededFuture(new FileList(List.of())));
    String key = store("evidence", StorageClass.RESULTS).key();

    assertThat(run("hold", "set", key, "--reason", "Case 12")).contains(key).contains("Case 12");
    assertThat(run("delete", key)).contains("under legal hold").contains("Case 12");
    assertThat(exitCode).isEqualTo(65);
    assertThat(run("usage")).contains("results            1 files");

    assertThat(run("hold", "lift", key, "--reason", "Settled")).contains("1 holds lifted");
    assertThat(run("delete", key)).contains("1 files given up");
    assertThat(run("usage")).contains("all                0 files");
    assertThat(run("cleanup", "--dry-run")).as("just used").contains("Nothing is due");
    answer(
        test.node()
            .databases()
            .open("storage")
            .compose(
                books ->
                    books
                        .writer()
                        .query("UPDATE blob SET last_used = now() - interval '2 h'")
                        .execute()
                        .eventually(books::close)),
        60);
    assertThat(run("cleanup", "--dry-run")).contains("Would remove 1 files, 8 B").contains(key);
    assertThat(run("cleanup")).contains("Removed 1 files, 8 B (expired)");
    assertThat(run("hold", "list")).contains("Nothing is held");
    assertThat(run("hold", "events").lines())
        .satisfiesExactly(
            lifted -> assertThat(lifted).contains("lifted").contains("Settled").contains("owner"),
            set -> assertThat(set).contains("set").contains("Case 12").contains("owner"));
  }

  @Test
  void leftoversAreTold() throws IOException {
    store("known", StorageClass.RESULTS);
    assertThat(run("check")).contains("1 files").contains("Nothing is left over");

    Files.writeString(test.node().data().blobs().resolve("stray.txt"), "stray");
    assertThat(run("check")).contains("1 plain, 5 B").contains("stray.txt");
  }

  private Blob store(String text, StorageClass as) throws IOException {
    StagedFile staged = test.node().blobs().stage(".txt");
    Files.writeString(staged.path(), text);
    return answer(test.node().blobs().commit(staged, "text/plain", "test", as));
  }

  private String run(String... words) {
    List<String> all = new ArrayList<>(List.of("storage"));
    all.addAll(List.of(words));
    CommandRun run = CommandRun.at("http://127.0.0.1:" + gateway.port(), all);
    exitCode = run.exitCode();
    return run.said();
  }
}
