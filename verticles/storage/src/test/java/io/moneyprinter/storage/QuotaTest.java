package io.moneyprinter.storage;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.ClassStorage;
import io.moneyprinter.codecs.storage.CommitFile;
import io.moneyprinter.codecs.storage.DemandRoom;
import io.moneyprinter.codecs.storage.RecallResult;
import io.moneyprinter.codecs.storage.RememberResult;
import io.moneyprinter.codecs.storage.ShowStorage;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.codecs.storage.StorageRoom;
import io.moneyprinter.codecs.storage.StorageUsage;
import io.moneyprinter.codecs.storage.TenantStorage;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.sealing.EncryptionConfig;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.storage.cache.CacheConfig;
import io.moneyprinter.storage.cleanup.CleanupConfig;
import io.moneyprinter.storage.home.ClassesConfig;
import io.moneyprinter.storage.links.LinksConfig;
import io.moneyprinter.storage.quota.QuotaConfig;
import io.moneyprinter.storage.retention.RetentionConfig;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tenants with 1000 bytes each, but for those of the tier "large". */
class QuotaTest {
  @RegisterExtension final TestNode test = TestNode.withoutStorage();

  @BeforeEach
  void start() {
    StorageConfig config =
        new StorageConfig(
            new DataSize(1),
            Duration.ofDays(1),
            Duration.ofSeconds(30),
            true,
            0,
            ClassesConfig.usual(),
            CacheConfig.usual(),
            EncryptionConfig.none(),
            Map.of(),
            Map.of("big", "large", "vast", "endless"),
            new QuotaConfig(
                Optional.of(new DataSize(1_000)), Map.of("large", "2KB", "endless", "0")),
            RetentionConfig.usual(),
            CleanupConfig.usual(),
            LinksConfig.usual());
    answer(test.vertx().deployVerticle(new StorageVerticle(config, test.node())), 60);
  }

  @Test
  void whoStoresWhatAnotherStoredIsChargedTooAndNobodyTwice() {
    Blob blob = store("acme", 'a', 300, StorageClass.SEGMENTS);
    assertThat(store("globex", 'a', 300, StorageClass.RESULTS)).isEqualTo(blob);
    store("acme", 'a', 300, StorageClass.RESULTS);
    store("acme", 'a', 300, StorageClass.TEMPORARY);
    store("acme", 'b', 100, StorageClass.PARTS);

    TenantStorage acme = usage("acme", null).tenants().get(0);
    assertThat(acme)
        .isEqualTo(
            new TenantStorage(
                "acme",
                null,
                List.of(
                    new ClassStorage(StorageClass.PARTS, 1, 100),
                    new ClassStorage(StorageClass.RESULTS, 1, 300)),
                2,
                400,
                1_000L));
    assertThat(usage("big", true).tenants())
        .extracting(TenantStorage::tenant, TenantStorage::bytes, TenantStorage::limit)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("acme", 400L, 1_000L),
            org.assertj.core.groups.Tuple.tuple("big", 0L, 2_048L),
            org.assertj.core.groups.Tuple.tuple("globex", 300L, 1_000L));
  }

  @Test
  void whoIsGivenAResultThatAnotherMadeIsChargedForIt() {
    Blob blob = store("acme", 'a', 300, StorageClass.RESULTS);
    String work = "w".repeat(64);
    answer(StorageMessages.REMEMBER.ask(bus(), new RememberResult(work, blob), as("acme")));

    answer(StorageMessages.RECALL.ask(bus(), new RecallResult(work), as("globex")));

    assertThat(usage("globex", null).tenants().get(0).bytes()).isEqualTo(300);
  }

  @Test
  void whatIsBeyondTheQuotaIsRefusedWithUsedLimitAndRemedyAndNothingIsWritten() throws IOException {
    store("acme", 'a', 900, StorageClass.RESULTS);

    ServiceFailure refused = failure(storing("acme", 'b', 101, StorageClass.RESULTS));

    assertThat(refused.code()).isEqualTo(FailureCode.RESOURCE);
    assertThat(refused.getMessage())
        .contains("101 more bytes")
        .contains("900 of 1000 bytes")
        .contains("storage.quota");
    try (Stream<java.nio.file.Path> files = Files.walk(test.node().data().blobs())) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
    assertThat(store("acme", 'a', 900, StorageClass.RESULTS).size()).as("its own").isEqualTo(900);
    assertThat(store("acme", 'c', 100, StorageClass.RESULTS).size()).as("fits").isEqualTo(100);
    assertThat(store("big", 'b', 2_048, StorageClass.RESULTS).size()).isEqualTo(2_048);
    assertThat(store("vast", 'b', 20_000, StorageClass.RESULTS).size()).isEqualTo(20_000);
  }

  @Test
  void whetherSomethingFitsCanBeAskedBeforeItIsSent() {
    store("acme", 'a', 900, StorageClass.RESULTS);

    assertThat(answer(room("acme", 100))).isEqualTo(new StorageRoom(900, 1_000L));
    assertThat(failure(room("acme", 101)).code()).isEqualTo(FailureCode.RESOURCE);
    assertThat(answer(room("vast", 1L << 40))).isEqualTo(new StorageRoom(0, null));
  }

  @Test
  void manyAtOnceDoNotGetMoreThanThereIs() {
    List<Future<Blob>> all =
        IntStream.range(0, 10)
            .mapToObj(i -> storing("acme", (char) ('a' + i), 300, StorageClass.values()[i % 5]))
            .toList();
    answer(Future.join(all).otherwiseEmpty(), 60);

    assertThat(all.stream().filter(Future::succeeded)).hasSize(3);
    assertThat(usage("acme", null).tenants().get(0).bytes()).isEqualTo(900);
  }

  private Future<StorageRoom> room(String tenant, long bytes) {
    return StorageMessages.DEMAND_ROOM.ask(bus(), new DemandRoom(bytes), as(tenant));
  }

  private StorageUsage usage(String tenant, Boolean all) {
    return answer(StorageMessages.USAGE.ask(bus(), new ShowStorage(all), as(tenant)));
  }

  private Blob store(String tenant, char letter, int size, StorageClass as) {
    return answer(storing(tenant, letter, size, as));
  }

  private Future<Blob> storing(String tenant, char letter, int size, StorageClass as) {
    StagedFile staged = test.node().blobs().stage(".txt");
    try {
      Files.writeString(staged.path(), String.valueOf(letter).repeat(size));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return StorageMessages.COMMIT.ask(
        bus(), new CommitFile(staged.name(), "text/plain", "test", as), as(tenant));
  }

  private static CallContext as(String tenant) {
    return new CallContext("c", tenant, "someone", null);
  }

  private EventBus bus() {
    return test.vertx().eventBus();
  }
}
