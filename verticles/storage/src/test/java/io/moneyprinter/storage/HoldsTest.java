package io.moneyprinter.storage;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.audit.AuditMessages;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.audit.AuditReceipt;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Absence;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.CommitFile;
import io.moneyprinter.codecs.storage.ExplainAbsence;
import io.moneyprinter.codecs.storage.FileList;
import io.moneyprinter.codecs.storage.FindBlob;
import io.moneyprinter.codecs.storage.HoldEvent;
import io.moneyprinter.codecs.storage.HoldEventList;
import io.moneyprinter.codecs.storage.HoldList;
import io.moneyprinter.codecs.storage.LegalHold;
import io.moneyprinter.codecs.storage.LiftHolds;
import io.moneyprinter.codecs.storage.ListHoldEvents;
import io.moneyprinter.codecs.storage.ReleaseFiles;
import io.moneyprinter.codecs.storage.SetHolds;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is held stays, and what is given up is the tenant's no longer. */
class HoldsTest {
  @RegisterExtension final TestNode test = TestNode.withoutStorage();
  private final Set<String> named = ConcurrentHashMap.newKeySet();

  private final List<RecordAudit> audited = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() {
    StorageConfig config = new StorageConfig(new DataSize(1), Duration.ofDays(1));
    answer(test.vertx().deployVerticle(new StorageVerticle(config, test.node())), 60);
    StorageMessages.NAMED_BY_JOBS.serve(
        bus(),
        asked ->
            Future.succeededFuture(
                new FileList(asked.keys().stream().filter(named::contains).toList())));
    AuditMessages.RECORD.serve(
        bus(),
        asked -> {
          audited.add(asked);
          return Future.succeededFuture(new AuditReceipt(audited.size(), "hash"));
        });
    StorageMessages.NAMED_BY_LIBRARIES.serve(
        bus(), asked -> Future.succeededFuture(new FileList(List.of())));
  }

  @Test
  void whatIsHeldIsNotGivenUpNorRemovedByTheDatabaseUntilTheHoldIsLifted() throws IOException {
    Blob blob = store("acme", "evidence");
    Blob other = store("acme", "else");

    HoldList held = answer(hold("acme", blob.key(), "Case 12"));
    answer(hold("acme", blob.key(), "Another reason"));

    assertThat(held.holds()).extracting(LegalHold::reason).containsExactly("Case 12");
    ServiceFailure refused = failure(release("acme", List.of(other.key(), blob.key())));
    assertThat(refused.code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(refused.getMessage()).contains(blob.key()).contains("Case 12").contains("someone");
    assertThat(failure(query("DELETE FROM blob"))).hasMessageContaining("legal_hold");
    Files.delete(test.node().blobs().path(blob));
    assertThat(failure(StorageMessages.FIND.ask(bus(), new FindBlob(blob.key()))).code())
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(answer(query("SELECT 1 FROM blob"))).as("a lost file stays known").isEqualTo(2);

    answer(StorageMessages.LIFT_HOLDS.ask(bus(), new LiftHolds(keys(blob), "Settled"), as("acme")));
    assertThat(answer(release("acme", keys(blob))).keys()).containsExactly(blob.key());
    HoldEventList events =
        answer(
            StorageMessages.LIST_HOLD_EVENTS.ask(bus(), new ListHoldEvents(null, 10), as("acme")));
    assertThat(events.events())
        .extracting(HoldEvent::action, HoldEvent::reason, HoldEvent::actor)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("lifted", "Settled", "someone"),
            org.assertj.core.groups.Tuple.tuple("set", "Case 12", "someone"));
    Await.until("all of it is audited", Duration.ofSeconds(5), () -> audited.size() == 3);
    assertThat(audited)
        .extracting(RecordAudit::action, RecordAudit::outcome, RecordAudit::actor)
        .containsOnly(
            org.assertj.core.groups.Tuple.tuple(
                AuditActions.HOLD_CHANGE, AuditOutcome.SUCCESS, "someone"));
    assertThat(failure(query("UPDATE legal_hold_event SET reason = 'x'")))
        .hasMessageContaining("only ever added to");
  }

  @Test
  void nobodyHoldsWhatItDoesNotStoreAndAReasonIsWanted() {
    Blob blob = store("acme", "evidence");

    assertThat(failure(hold("globex", blob.key(), "Case")).code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(failure(hold("acme", blob.key(), " ")).violations())
        .extracting("pointer")
        .containsExactly("/reason");
  }

  @Test
  void whatAnotherVideoNamesOrAnotherTenantStoresStays() {
    Blob blob = store("acme", "shared");
    store("globex", "shared");
    named.add(blob.key());
    assertThat(answer(release("acme", keys(blob))).keys()).isEmpty();

    named.clear();
    assertThat(answer(release("acme", keys(blob))).keys()).containsExactly(blob.key());
    assertThat(answer(release("acme", keys(blob))).keys()).as("twice").isEmpty();
    assertThat(absence("acme", blob).reason()).isEqualTo(Absence.Reason.GIVEN_UP);
    assertThat(absence("globex", blob).reason()).isNull();
    assertThat(answer(query("SELECT 1 FROM holder WHERE tenant = 'globex'"))).isEqualTo(1);
    assertThat(answer(StorageMessages.FIND.ask(bus(), new FindBlob(blob.key())))).isEqualTo(blob);
  }

  private Absence absence(String tenant, Blob blob) {
    return answer(
        StorageMessages.EXPLAIN_ABSENCE.ask(bus(), new ExplainAbsence(blob.key()), as(tenant)));
  }

  private Future<HoldList> hold(String tenant, String key, String reason) {
    return StorageMessages.SET_HOLDS.ask(bus(), new SetHolds(List.of(key), reason), as(tenant));
  }

  private Future<FileList> release(String tenant, List<String> keys) {
    return StorageMessages.RELEASE.ask(bus(), new ReleaseFiles(keys, null), as(tenant));
  }

  private static List<String> keys(Blob blob) {
    return List.of(blob.key());
  }

  private Blob store(String tenant, String text) {
    StagedFile staged = test.node().blobs().stage(".txt");
    try {
      Files.writeString(staged.path(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer(
        StorageMessages.COMMIT.ask(
            bus(), new CommitFile(staged.name(), "text/plain", "test"), as(tenant)));
  }

  private static CallContext as(String tenant) {
    return new CallContext("c", tenant, "someone", null);
  }

  private Future<Integer> query(String sql) {
    Database database = answer(test.node().databases().open("storage"), 60);
    return database
        .writer()
        .query(sql)
        .execute()
        .map(rows -> rows.size())
        .recover(cause -> Future.failedFuture(ServiceFailure.conflict(cause.getMessage())))
        .eventually(database::close);
  }

  private EventBus bus() {
    return test.vertx().eventBus();
  }
}
