package io.moneyprinter.materials.asset;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.FileList;
import io.moneyprinter.codecs.storage.HoldList;
import io.moneyprinter.codecs.storage.LegalHold;
import io.moneyprinter.codecs.storage.NameLibraryFiles;
import io.moneyprinter.codecs.storage.ReleaseFiles;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The stored files of materials that are deleted and purged. */
class AssetFilesTest {
  private static final String FILE = "ab".repeat(32);
  private static final String SMALL = "cd".repeat(32);

  @RegisterExtension final TestNode test = TestNode.withoutStorage();
  private final Set<String> held = ConcurrentHashMap.newKeySet();
  private final List<ReleaseFiles> released = new CopyOnWriteArrayList<>();
  private Database database;
  private AssetFiles files;

  @BeforeEach
  void start() {
    EventBus bus = test.vertx().eventBus();
    database = answer(test.node().databases().open("materials"), 60);
    files = new AssetFiles(bus, database);
    StorageMessages.LIST_HOLDS.serve(
        bus,
        asked ->
            Future.succeededFuture(
                new HoldList(
                    asked.keys().stream()
                        .filter(held::contains)
                        .map(key -> new LegalHold(key, "Case 12", "ann", Instant.EPOCH))
                        .toList())));
    StorageMessages.RELEASE.serve(
        bus,
        asked -> {
          if (asked.keys().stream().anyMatch(held::contains)) {
            return Future.failedFuture(ServiceFailure.conflict("held"));
          }
          released.add(asked);
          return Future.succeededFuture(new FileList(asked.keys()));
        });
    sql(
        """
        INSERT INTO asset (tenant, id, title, tags, kind, seconds, version, words, deleted_at)
        VALUES ('acme', 'lake', 'Lake', '{}', 'STILL', 0, 1, '', now() - interval '2 days')""");
    sql(
        """
        INSERT INTO asset_version (tenant, asset, version, blob, bytes, info, portrait)
        VALUES ('acme', 'lake', 1, '{"key": "%s", "size": 1}', 1, '{}',
          '{"thumbnail": {"key": "%s"}}')"""
            .formatted(FILE, SMALL));
  }

  @AfterEach
  void close() {
    answer(database.close());
  }

  @Test
  void whatIsPurgedIsGivenUpInTheStoreAndWhatIsHeldIsNot() {
    held.add(FILE);
    ServiceFailure refused = failure(files.demandFree("acme", "lake"));
    assertThat(refused.code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(refused.getMessage()).contains("Case 12").contains("ann");
    assertThat(answer(files.purge(Duration.ofDays(1)))).isZero();
    assertThat(assets()).isEqualTo(1);

    held.clear();
    answer(files.demandFree("acme", "lake"));
    assertThat(answer(files.purge(Duration.ofDays(3)))).as("too early").isZero();
    assertThat(answer(files.purge(Duration.ofDays(1)))).isEqualTo(1);

    assertThat(assets()).isZero();
    assertThat(released).hasSize(1);
    assertThat(released.get(0).keys()).containsExactlyInAnyOrder(FILE, SMALL);
    assertThat(released.get(0).except()).isEqualTo("lake");
  }

  @Test
  void theStoreIsToldWhichFilesLibrariesName() {
    NamedAssets named = new NamedAssets(database);
    List<String> keys = List.of(FILE, SMALL, "0".repeat(64));

    assertThat(answer(named.find(new NameLibraryFiles(keys, null, null))).keys())
        .containsExactlyInAnyOrder(FILE, SMALL);
    assertThat(answer(named.find(new NameLibraryFiles(keys, "acme", "lake"))).keys()).isEmpty();
    assertThat(answer(named.find(new NameLibraryFiles(keys, "globex", null))).keys()).isEmpty();
  }

  private int assets() {
    return answer(database.writer().query("SELECT 1 FROM asset").execute().map(r -> r.size()));
  }

  private void sql(String sql) {
    answer(database.writer().query(sql).execute());
  }
}
