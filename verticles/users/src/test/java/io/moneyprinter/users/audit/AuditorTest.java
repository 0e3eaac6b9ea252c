package io.moneyprinter.users.audit;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.audit.AuditEntry;
import io.moneyprinter.codecs.audit.AuditMessages;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.audit.AuditPage;
import io.moneyprinter.codecs.audit.AuditReceipt;
import io.moneyprinter.codecs.audit.AuditVerdict;
import io.moneyprinter.codecs.audit.ListAudit;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.audit.VerifyAudit;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.platform.audit.AuditTrail;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.database.DatabaseAccess;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.users.TestConfig;
import io.moneyprinter.users.UsersConfig;
import io.moneyprinter.users.UsersVerticle;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuditorTest {
  private static final UsersConfig USERS = TestConfig.usual();
  private static final AuditConfig AUDIT =
      new AuditConfig(Optional.of("key-of-the-audit-log-one"), Duration.ofHours(1));

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private AuditTrail trail;
  private String deployment;

  @BeforeEach
  void start() {
    deployment = deploy(AUDIT);
    trail = new AuditTrail(test.vertx().eventBus());
  }

  private String deploy(AuditConfig audit) {
    return answer(test.vertx().deployVerticle(new UsersVerticle(USERS, audit, test.node())), 60);
  }

  private AuditReceipt record(String action, String target) {
    return answer(trail.record(RecordAudit.of(action, AuditOutcome.SUCCESS).on(target)));
  }

  private void recordSeven() {
    IntStream.rangeClosed(1, 7).forEach(i -> record(AuditActions.KEY_CREATE, "key:" + i));
  }

  private AuditVerdict verify() {
    return answer(AuditMessages.VERIFY.ask(test.vertx().eventBus(), new VerifyAudit()));
  }

  private AuditPage list(ListAudit wish) {
    return answer(AuditMessages.LIST.ask(test.vertx().eventBus(), wish));
  }

  private static ListAudit wish(int limit, Long before, String action) {
    return new ListAudit(limit, before, action, null, null, null, null, null, null, null);
  }

  /** Straight in the database; as somebody does who may switch the triggers off, or not. */
  private void sql(boolean switchOff, String... statements) {
    DatabaseAccess access = test.access();
    String url =
        "jdbc:postgresql://%s:%d/%s"
            .formatted(access.host(), access.port(), access.prefix() + "_audit");
    try (Connection connection =
            DriverManager.getConnection(url, access.user(), access.password());
        Statement statement = connection.createStatement()) {
      if (switchOff) {
        statement.execute("SET session_replication_role = replica");
      }
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private void tamper(String... statements) {
    sql(true, statements);
  }

  @Test
  void keepsWhatWasDoneByWhomInOneChain() {
    CallContext call = new CallContext("corr-1", "acme", "ada", null);
    RecordAudit action =
        RecordAudit.of(AuditActions.CONFIG_CHANGE, AuditOutcome.SUCCESS)
            .on("config:video.watermark")
            .from("192.0.2.7")
            .with("version", "3")
            .with("größe", "ein \0 Wert ☕");
    AuditReceipt first = answer(trail.record(action, call));
    AuditReceipt again = answer(trail.record(action, call));
    AuditReceipt second = record(AuditActions.KEY_REVOKE, "key:abcd");

    assertThat(first.sequence()).isEqualTo(1);
    assertThat(again).isEqualTo(first);
    assertThat(second.sequence()).isEqualTo(2);
    AuditPage page = list(wish(10, null, null));
    assertThat(page.entries()).extracting(AuditEntry::sequence).containsExactly(2L, 1L);
    assertThat(page.next()).isNull();
    AuditEntry kept = page.entries().get(1);
    assertThat(kept.tenant()).isEqualTo("acme");
    assertThat(kept.actor()).isEqualTo("ada");
    assertThat(kept.correlationId()).isEqualTo("corr-1");
    assertThat(kept.address()).isEqualTo("192.0.2.7");
    assertThat(kept.details()).containsEntry("größe", "ein ? Wert ☕");
    assertThat(page.entries().get(0).previousHash()).isEqualTo(first.hash());
    AuditVerdict verdict = verify();
    assertThat(verdict.intact()).isTrue();
    assertThat(verdict.records()).isEqualTo(2);
    assertThat(verdict.head()).isEqualTo(second.hash());
    listsByPageAndFilter();
    severalNodesAppendToOneChain();
  }

  private void listsByPageAndFilter() {
    recordSeven();
    answer(
        trail.record(
            RecordAudit.of(AuditActions.LOGIN, AuditOutcome.REFUSED)
                .by("acme", "eve")
                .from("203.0.113.9")));

    AuditPage page = list(wish(3, null, "key.*"));
    assertThat(page.entries())
        .extracting(AuditEntry::target)
        .containsExactly("key:7", "key:6", "key:5");
    assertThat(list(wish(3, page.next(), "key.*")).entries().get(0).target()).isEqualTo("key:4");
    assertThat(
            list(new ListAudit(
                    9,
                    null,
                    null,
                    AuditOutcome.REFUSED,
                    "acme",
                    "eve",
                    null,
                    "203.0.113.9",
                    null,
                    null))
                .entries())
        .hasSize(1);
    assertThat(list(wish(9, null, "hold.change")).entries()).isEmpty();
    assertThat(failure(trail.record(RecordAudit.of("Nonsense!", AuditOutcome.SUCCESS))).code())
        .isEqualTo(FailureCode.INVALID);
  }

  private void severalNodesAppendToOneChain() {
    deploy(AUDIT); // requests go to the two in turn
    List<Future<AuditReceipt>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(trail.record(RecordAudit.of(AuditActions.LOGIN, AuditOutcome.REFUSED).on("u" + i)));
    }
    answer(Future.all(all));

    assertThat(all.stream().map(one -> one.result().sequence()).distinct()).hasSize(200);
    assertThat(verify().finding()).isEqualTo("210 records are as they were written");
  }

  private void theDatabaseRefusesToChangeIt() {
    recordSeven();

    for (String statement :
        List.of(
            "UPDATE audit_log SET actor = 'nobody' WHERE sequence = 2",
            "DELETE FROM audit_log WHERE sequence = 2",
            "TRUNCATE audit_log",
            "DELETE FROM audit_head",
            "UPDATE audit_head SET sequence = 3")) {
      assertThat(catchThrowable(() -> sql(false, statement)))
          .as(statement)
          .hasMessageContaining("audit log");
    }
    assertThat(verify().intact()).isTrue();
  }

  /** Each tampering by itself: its first bad record, and what is said of it. */
  @Test
  void tamperingIsFoundAndTheFirstBadRecordNamed() {
    theDatabaseRefusesToChangeIt();
    sql(
        false,
        "CREATE TABLE log_as_it_was AS SELECT * FROM audit_log",
        "CREATE TABLE head_as_it_was AS SELECT * FROM audit_head");
    found(3, "was changed", "UPDATE audit_log SET actor = 'nobody' WHERE sequence = 3");
    found(4, "is missing", "DELETE FROM audit_log WHERE sequence = 4");
    found(1, "is missing", "DELETE FROM audit_log WHERE sequence = 1");
    found(
        4,
        "does not follow",
        "DELETE FROM audit_log WHERE sequence = 4",
        "UPDATE audit_log SET sequence = sequence - 1 WHERE sequence > 4");
    found(
        2,
        "does not follow",
        "UPDATE audit_log SET sequence = 100 WHERE sequence = 2",
        "UPDATE audit_log SET sequence = 2 WHERE sequence = 5",
        "UPDATE audit_log SET sequence = 5 WHERE sequence = 100");
    found(6, "is missing: the log", "DELETE FROM audit_log WHERE sequence > 5");
    found(1, "is missing: the log", "DELETE FROM audit_log");
    found(
        5,
        "may be missing: the mark of the end is not ours",
        "DELETE FROM audit_log WHERE sequence > 4",
        "UPDATE audit_head SET sequence = 4, mark = '', hash = (SELECT hash FROM audit_log WHERE sequence = 4)");
    found(
        8,
        "was changed",
        "INSERT INTO audit_log SELECT 8, 'forged', at, action, outcome, tenant, actor, target, address, correlation_id, details, hash, previous, key_id, mark FROM audit_log WHERE sequence = 7");
    assertThat(verify().intact()).isTrue();
    aRecordThatFollowsWellButIsNotOursIsFound();
  }

  private void found(long first, String said, String... statements) {
    tamper(statements);
    AuditVerdict verdict = verify();
    assertThat(verdict.intact()).as(said).isFalse();
    assertThat(verdict.finding()).startsWith("Record " + first + " ").contains(said);
    assertThat(verdict.firstBad()).isEqualTo(first);
    tamper(
        "DELETE FROM audit_log",
        "INSERT INTO audit_log SELECT * FROM log_as_it_was",
        "DELETE FROM audit_head",
        "INSERT INTO audit_head SELECT * FROM head_as_it_was");
  }

  /** The hashes are no secret: who recomputes them all still has no key for the marks. */
  private void aRecordThatFollowsWellButIsNotOursIsFound() {
    AuditEntry last = list(wish(1, null, null)).entries().get(0);
    AuditChain forger = new AuditChain(new AuditKeys("some-other-key-of-a-forger"));
    SealedEntry forged =
        forger.seal(
            RecordAudit.of(AuditActions.LOGIN, AuditOutcome.SUCCESS).by("acme", "eve"),
            "none",
            8,
            last.at(),
            SealedEntry.bytes(last.hash()));
    insert(forged);

    assertThat(verify().firstBad()).isEqualTo(8);
    assertThat(verify().finding()).contains("which this node does not have");
    tamper(
        "UPDATE audit_log SET key_id = (SELECT key_id FROM audit_log WHERE sequence = 1) WHERE sequence = 8");
    assertThat(verify().finding()).contains("not written by this installation");
  }

  private void insert(SealedEntry forged) {
    Database database = answer(test.node().databases().open("audit"));
    answer(
        database
            .writer()
            .preparedQuery(
                "INSERT INTO audit_log ("
                    + SealedEntry.COLUMNS
                    + ") VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15)")
            .execute(forged.row()));
  }

  /** Whoever kept an older end of the chain, with its mark, cannot bring that back unnoticed. */
  @Test
  void aTailCutOffWithItsEndIsFoundByTheCheckpoint() throws Exception {
    recordSeven();
    sql(false, "CREATE TABLE kept AS SELECT * FROM audit_head");
    record(AuditActions.ROLE_CHANGE, "user:eve");
    record(AuditActions.ROLE_CHANGE, "user:mallory");
    answer(test.vertx().undeploy(deployment)); // notes a checkpoint
    Path file = test.node().data().root().resolve("audit-checkpoints");
    assertThat(Files.readString(file)).startsWith("9 ");

    tamper(
        "DELETE FROM audit_log WHERE sequence > 7",
        "DELETE FROM audit_head",
        "INSERT INTO audit_head SELECT * FROM kept");
    deployment = deploy(AUDIT);

    assertThat(verify().firstBad()).isEqualTo(8);
    assertThat(verify().finding()).contains("cut off, this node's checkpoint names record 9");
    record(AuditActions.LOGIN, "user:eve"); // what fills the gap is not what was there
    record(AuditActions.LOGIN, "user:eve");
    assertThat(verify().finding()).contains("Record 9 is another one than this node's checkpoint");
  }

  @Test
  void aKeyIsChangedWithoutLosingWhatTheOldOneMarked() {
    recordSeven();
    answer(test.vertx().undeploy(deployment));
    deployment =
        deploy(
            new AuditConfig(
                Optional.of("key-of-the-audit-log-two, key-of-the-audit-log-one"),
                Duration.ofHours(1)));
    record(AuditActions.SECRET_ROTATE, "security.audit.key");

    assertThat(verify().intact()).isTrue();
    assertThat(verify().records()).isEqualTo(8);
  }
}
