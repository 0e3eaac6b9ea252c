package io.moneyprinter.launcher;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.users.AccessMessages;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.DeleteAccount;
import io.moneyprinter.codecs.users.RemoveUser;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.materials.MaterialsConfig;
import io.moneyprinter.materials.MaterialsVerticle;
import io.moneyprinter.notification.NotificationConfig;
import io.moneyprinter.notification.NotificationVerticle;
import io.moneyprinter.orchestration.OrchestrationConfig;
import io.moneyprinter.orchestration.OrchestrationVerticle;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.settings.ConfigTree;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.SettingsBinder;
import io.moneyprinter.storage.StorageConfig;
import io.moneyprinter.storage.StorageVerticle;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.users.UsersConfig;
import io.moneyprinter.users.UsersVerticle;
import io.vertx.core.Deployable;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whoever deletes their account is forgotten by every service, those too that were away then. Ada
 * and Bob share a tenant that goes on; Eve is the last of hers.
 */
class LeavingTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @RegisterExtension final TestNode test = TestNode.withoutStorage();
  private final Map<String, Database> books = new HashMap<>();

  @Test
  void nothingIsLeftOfWhoLeftAndAllOfWhoStays() {
    UsersConfig users = bind(UsersConfig.class, Map.of());
    deploy(new UsersVerticle(users, test.node()));
    deploy(
        new OrchestrationVerticle(
            bind(OrchestrationConfig.class, Map.of("deleted-life", "1s")), test.node()));
    sql("users", "INSERT INTO tenants (id, name) VALUES ('acme', 'A'), ('solo', 'S')");
    sql(
        "users",
        "INSERT INTO users (tenant, id, name, role, email, email_verified_at) VALUES"
            + " ('acme', 'ada', 'Ada', 'ADMIN', 'ada@example.org', now()),"
            + " ('acme', 'bob', 'Bob', 'ADMIN', 'bob@example.org', now()),"
            + " ('solo', 'eve', 'Eve', 'ADMIN', 'eve@example.org', now())");
    for (CallContext person : List.of(as("acme", "ada"), as("acme", "bob"), as("solo", "eve"))) {
      fill(person);
    }

    leave("acme", "ada");
    Await.until(
        "her videos are called off",
        LIMIT,
        () -> count("orchestration", "job WHERE subject = 'ada' AND state <> 'CANCELLED'") == 0);
    leave("solo", "eve");
    for (String gone : List.of("ada", "eve")) {
      Await.until(
          "nothing of " + gone + " orders more",
          LIMIT,
          () ->
              count("orchestration", "schedule WHERE subject = '" + gone + "'")
                      + count("orchestration", "batch WHERE subject = '" + gone + "'")
                  == 0);
    }
    assertThat(count("storage", "holder WHERE tenant = 'solo'")).isEqualTo(2);

    deploy(
        new NotificationVerticle(
            bind(NotificationConfig.class, Map.of()), users.smtp(), "", test.node()));
    deploy(new MaterialsVerticle(bind(MaterialsConfig.class, Map.of()), test.node()));
    deploy(
        new StorageVerticle(new StorageConfig(new DataSize(1), Duration.ofDays(1)), test.node()));
    Await.until("services that were away have read it", LIMIT, () -> left() == 0);
    assertThat(texts("storage", "SELECT blob_key FROM holder WHERE tenant = 'solo'"))
        .as("under legal hold")
        .containsExactly(key("eve", 'b'));
    assertThat(texts("storage", "SELECT DISTINCT owner FROM holder WHERE tenant = 'acme'"))
        .containsExactlyInAnyOrder("system", "bob");

    sql("orchestration", "UPDATE job_account SET day = day - 1");
    Await.until("purged", LIMIT, () -> count("orchestration", "job WHERE subject <> 'bob'") == 0);
    assertThat(count("orchestration", "job WHERE state <> 'CANCELLED' AND deleted_at IS NULL"))
        .isOne();
    assertThat(count("orchestration", "schedule")).isOne();
    assertThat(count("orchestration", "batch")).isOne();
    assertThat(count("notification", "webhook")).isOne();
    assertThat(count("notification", "preference")).isOne();
    assertThat(count("storage", "link")).isOne();
    assertThat(count("materials", "asset")).as("the tenant's own").isEqualTo(2);
    assertThat(count("orchestration", "departure_cursor")).as("looked at once more").isZero();

    sql(
        "users",
        "INSERT INTO users (tenant, id, name, role) VALUES ('acme', 'cid', 'C', 'VIEWER')");
    fill(as("acme", "cid"));
    answer(
        AccessMessages.REMOVE_USER.ask(
            test.vertx().eventBus(), new RemoveUser("cid"), as("acme", "bob")));
    Await.until("nothing is theirs any more", LIMIT, () -> named("cid") == 0);
    for (String table :
        List.of("job WHERE deleted_at IS NULL AND", "schedule WHERE", "batch WHERE")) {
      assertThat(count("orchestration", table + " subject = 'system'")).as(table).isOne();
    }
    assertThat(count("storage", "link WHERE owner = 'system'")).isOne();
  }

  /** Where the name of a person stands in the services. */
  private long named(String subject) {
    String own = " WHERE subject = '" + subject + "'";
    return count("orchestration", "job" + own)
        + count("orchestration", "schedule" + own)
        + count("orchestration", "batch" + own)
        + count("notification", "webhook" + own)
        + count("notification", "preference" + own)
        + count("storage", "link WHERE owner = '" + subject + "'")
        + count("storage", "holder WHERE owner = '" + subject + "'");
  }

  /** What services that were away have to remove. */
  private long left() {
    return count("notification", "webhook WHERE subject <> 'bob'")
        + count("notification", "preference WHERE subject <> 'bob'")
        + count("notification", "job_event WHERE tenant = 'solo'")
        + count("materials", "asset WHERE tenant = 'solo'")
        + count("storage", "link WHERE owner <> 'bob'")
        + count("storage", "holder WHERE owner = 'ada'")
        + Math.max(0, count("storage", "holder WHERE tenant = 'solo'") - 1);
  }

  /** Something of a person in every service. */
  private void fill(CallContext person) {
    answer(
        OrchestrationMessages.CREATE_JOB.ask(
            test.vertx().eventBus(),
            new CreateJob(VideoBrief.builder().script("Tea grows in the mountains.").build(), null),
            person));
    String who = "'" + person.tenant() + "', '" + person.subject() + "'";
    sql(
        "orchestration",
        "INSERT INTO schedule (id, tenant, subject, title, batch, work, priority, zone, missed,"
            + " overlap, state, content_hash, created_at) VALUES (gen_random_uuid(), "
            + who
            + ", 't', false, '{}', 1, 'UTC', 'SKIP', 'SKIP', 'PAUSED', '', now())");
    sql(
        "orchestration",
        "INSERT INTO batch (id, tenant, subject, content_hash, state, base, priority, open_jobs,"
            + " active) VALUES (gen_random_uuid(), "
            + who
            + ", '', 'PAUSED', '{}', 1, 1, false)");
    sql("notification", "INSERT INTO preference VALUES (" + who + ", 1, '{}')");
    sql(
        "notification",
        "INSERT INTO webhook (id, tenant, subject, url, kinds, secret)"
            + " VALUES (gen_random_uuid(), "
            + who
            + ", 'https://example.org', '{}', '')");
    sql(
        "notification",
        "INSERT INTO job_event (job_id, sequence, tenant, at, type, state, progress, message)"
            + " VALUES ('%s', 1, '%s', now(), 'JOB_CREATED', 'QUEUED', 0, '')"
                .formatted(person.subject(), person.tenant()));
    sql(
        "materials",
        "INSERT INTO asset (tenant, id, title, tags, kind, seconds, version, words) VALUES ("
            + who
            + ", 't', '{}', 'STILL', 0, 1, '')");
    for (char end : new char[] {'a', 'b'}) {
      String key = "'" + key(person.subject(), end) + "'";
      sql(
          "storage",
          "INSERT INTO blob (key, size, media_type, origin, tenant, owner) VALUES ("
              + key
              + ", 1, 'text/plain', 'test', "
              + who
              + ")");
      sql(
          "storage",
          "INSERT INTO holder (blob_key, tenant, owner, class, size) VALUES ("
              + key
              + ", "
              + who
              + ", 'results', 1)");
    }
    String held = "'" + key(person.subject(), 'b') + "'";
    sql(
        "storage",
        "INSERT INTO legal_hold (blob_key, tenant, reason, set_by) VALUES ("
            + held
            + ", '"
            + person.tenant()
            + "', 'a suit', 'law')");
    sql(
        "storage",
        "INSERT INTO link (tenant, owner, id, subject, blob_key, media_type, file_name,"
            + " disposition, created_at, expires_at) VALUES ("
            + who
            + ", "
            + held
            + ", 'object', "
            + held
            + ", 'text/plain', 'a', 'INLINE', now(), now() + interval '1 day')");
  }

  private static String key(String subject, char end) {
    String hash = Integer.toHexString(subject.hashCode());
    return hash + "0".repeat(63 - hash.length()) + end;
  }

  private void leave(String tenant, String subject) {
    answer(
        AccountMessages.DELETE_ACCOUNT.ask(
            test.vertx().eventBus(), new DeleteAccount(null), as(tenant, subject)));
  }

  private static CallContext as(String tenant, String subject) {
    return new CallContext("test", tenant, subject, null);
  }

  private void deploy(Deployable verticle) {
    answer(test.vertx().deployVerticle(verticle), 60);
  }

  private static <T extends Record> T bind(Class<T> type, Map<String, String> settings) {
    ConfigTree tree = new ConfigTree();
    settings.forEach(
        (name, value) -> tree.put(name, new ConfigTree.Written(List.of(value), false, "the test")));
    return SettingsBinder.bind(type, tree, Map.of());
  }

  private long count(String service, String what) {
    return sql(service, "SELECT count(*) FROM " + what).iterator().next().getLong(0);
  }

  private List<String> texts(String service, String statement) {
    return StreamSupport.stream(sql(service, statement).spliterator(), false)
        .map(row -> row.getString(0))
        .toList();
  }

  /** Its database is there, migrated, also while the service is away. */
  private RowSet<Row> sql(String service, String statement) {
    Database database =
        books.computeIfAbsent(service, name -> answer(test.node().databases().open(name), 60));
    return answer(database.writer().query(statement).execute());
  }
}
