package io.moneyprinter.launcher;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.analytics.AnalyticsConfig;
import io.moneyprinter.analytics.AnalyticsVerticle;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.export.ExportKind;
import io.moneyprinter.codecs.export.ExportMessages;
import io.moneyprinter.codecs.export.ExportRows;
import io.moneyprinter.codecs.export.ExportedRows;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.DeleteAccount;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.content.ContentConfig;
import io.moneyprinter.content.ContentVerticle;
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
import io.moneyprinter.speech.SpeechConfig;
import io.moneyprinter.speech.SpeechVerticle;
import io.moneyprinter.storage.StorageConfig;
import io.moneyprinter.storage.StorageVerticle;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.users.UsersConfig;
import io.moneyprinter.users.UsersVerticle;
import io.vertx.core.Deployable;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What people and tenants take along of every service. Ada and Bob share a tenant, Eve has another;
 * what each of them left in the services carries their mark.
 */
class TakeawayTest {
  /** Of every secret that is laid into the tables. */
  private static final String SECRET = "hushhush";

  private static final Duration LIMIT = Duration.ofSeconds(20);

  /**
   * The audit log and costs stay; videos go when the costs of their day are closed. What a job used
   * that ended with the account may be told after the farewell, and goes at the next look, a minute
   * later.
   */
  private static final Set<ExportKind> LATER =
      Set.of(
          ExportKind.AUDIT_RECORDS,
          ExportKind.AUDIT_RECORDS_ABOUT,
          ExportKind.COSTS,
          ExportKind.USAGE,
          ExportKind.VIDEOS,
          ExportKind.STORYBOARDS);

  @RegisterExtension final TestNode test = TestNode.withoutStorage();
  private final Map<String, Database> books = new HashMap<>();

  @Test
  void everybodyGetsAllOfTheirsAndNothingOfOthersNorAnySecret() {
    UsersConfig users = bind(UsersConfig.class);
    deploy(new UsersVerticle(users, test.node()));
    deploy(new OrchestrationVerticle(bind(OrchestrationConfig.class), test.node()));
    deploy(new NotificationVerticle(bind(NotificationConfig.class), users.smtp(), "", test.node()));
    deploy(new MaterialsVerticle(bind(MaterialsConfig.class), test.node()));
    deploy(
        new StorageVerticle(new StorageConfig(new DataSize(1), Duration.ofDays(1)), test.node()));
    deploy(new ContentVerticle(bind(ContentConfig.class), test.node()));
    deploy(new SpeechVerticle(bind(SpeechConfig.class), test.node()));
    deploy(new AnalyticsVerticle(bind(AnalyticsConfig.class), test.node()));
    sql(
        "users",
        "INSERT INTO tenants (id, name) VALUES ('acme', 'mark-acme'), ('solo', 'mark-solo')");
    fill("acme", "ada");
    fill("acme", "bob");
    fill("solo", "eve");

    Map<ExportKind, List<String>> ada = taken("acme", "ada", false);
    assertThat(ada.toString()).contains("mark-ada").doesNotContain("mark-bob", "mark-eve", SECRET);
    for (ExportKind kind :
        List.of(
            ExportKind.ACCOUNTS,
            ExportKind.API_KEYS,
            ExportKind.SESSIONS,
            ExportKind.AUDIT_RECORDS_ABOUT,
            ExportKind.VIDEOS,
            ExportKind.STORYBOARDS,
            ExportKind.SCHEDULES,
            ExportKind.TEMPLATES,
            ExportKind.LINKS,
            ExportKind.WEBHOOKS,
            ExportKind.PUSH_SUBSCRIPTIONS,
            ExportKind.KNOWN_ADDRESSES)) {
      assertThat(ada.get(kind)).as(kind.word()).hasSize(1);
    }
    assertThat(ada.get(ExportKind.PUSH_SUBSCRIPTIONS).toString()).contains("push.example.org");
    assertThat(ada.get(ExportKind.MATERIALS)).as("not a person's own").isEmpty();

    Map<ExportKind, List<String>> acme = taken("acme", "bob", true);
    assertThat(acme.toString())
        .contains("mark-acme", "mark-ada", "mark-bob")
        .doesNotContain("mark-eve", "mark-solo", SECRET);
    for (ExportKind kind : List.of(ExportKind.MATERIALS, ExportKind.MUSIC, ExportKind.LEXICONS)) {
      assertThat(acme.get(kind)).as(kind.word()).hasSize(2);
    }
    assertThat(acme.get(ExportKind.USAGE)).hasSize(2);

    sql("users", "UPDATE users SET password_hash = NULL WHERE id = 'eve'");
    answer(
        AccountMessages.DELETE_ACCOUNT.ask(
            test.vertx().eventBus(), new DeleteAccount(null), as("solo", "eve")));
    Await.until("nothing is left to take along", LIMIT, () -> left("solo", "eve").isEmpty());
    assertThat(rows("acme", "bob", ExportKind.WEBHOOKS, true)).as("of who stays").hasSize(2);
  }

  /**
   * Kinds of which there is something still, but for what stays by design, or goes the next day.
   */
  private List<ExportKind> left(String tenant, String subject) {
    return Arrays.stream(ExportKind.values())
        .filter(kind -> !LATER.contains(kind))
        .filter(kind -> !rows(tenant, subject, kind, true).isEmpty())
        .toList();
  }

  @Test
  void manyRowsComePageByPageEachOnce() {
    deploy(new AnalyticsVerticle(bind(AnalyticsConfig.class), test.node()));
    sql(
        "analytics",
        "INSERT INTO job_usage SELECT 'acme', 'job-' || n, 'COMPLETED', now(), 1, 1, 1, 1, 0, 1, 1"
            + " FROM generate_series(1, 1001) n");

    List<String> rows = rows("acme", "ada", ExportKind.USAGE, true);

    assertThat(rows).hasSize(1001).doesNotHaveDuplicates();
    assertThat(
            ExportMessages.of(ExportKind.USAGE)
                .ask(
                    test.vertx().eventBus(),
                    new ExportRows(ExportKind.USAGE, "", true),
                    as("acme", "ada")))
        .satisfies(page -> assertThat(answer(page).rows().size()).isLessThan(1001));
  }

  private Map<ExportKind, List<String>> taken(String tenant, String subject, boolean whole) {
    Map<ExportKind, List<String>> taken = new HashMap<>();
    for (ExportKind kind : ExportKind.values()) {
      List<String> rows = rows(tenant, subject, kind, whole);
      rows.forEach(
          row -> assertThat(new JsonObject(row).getString("tenant")).as(row).isEqualTo(tenant));
      taken.put(kind, rows);
    }
    return taken;
  }

  private List<String> rows(String tenant, String subject, ExportKind kind, boolean whole) {
    List<String> rows = new ArrayList<>();
    String next = "";
    while (next != null) {
      ExportedRows page =
          answer(
              ExportMessages.of(kind)
                  .ask(
                      test.vertx().eventBus(),
                      new ExportRows(kind, next, whole),
                      as(tenant, subject)));
      rows.addAll(page.rows());
      next = page.next();
    }
    return rows;
  }

  /** Something of a person in every service, with a mark in it, and secrets beside. */
  private void fill(String tenant, String subject) {
    String who = "'" + tenant + "', '" + subject + "'";
    String mark = "'mark-" + subject + "'";
    String hash = "sha256('" + SECRET + subject + "')";
    sql(
        "users",
        "INSERT INTO users (tenant, id, name, role, password_hash) VALUES (%s, %s, 'ADMIN', '%s')"
            .formatted(who, mark, SECRET));
    sql(
        "users",
        "INSERT INTO api_keys (prefix, hash, tenant, user_id, name, scopes) VALUES"
            + " ('%s00000', %s, %s, %s, '{}')".formatted(subject, hash, who, mark));
    sql(
        "users",
        "INSERT INTO sessions (id, tenant, user_id, expires_at, agent) VALUES"
            + " (gen_random_uuid(), %s, now() + interval '1 day', %s)".formatted(who, mark));
    sql(
        "audit",
        "INSERT INTO audit_log SELECT coalesce(max(sequence), 0) + 100, '%2$s', now(), 'user.role',"
                .formatted(tenant, subject)
            + " 'SUCCESS', '%s', 'somebody', 'user:%s', NULL, 'c', '{}', %s, %s, 'k', ''::bytea"
                .formatted(tenant, subject, hash, hash)
            + " FROM audit_log");
    answer(
        OrchestrationMessages.CREATE_JOB.ask(
            test.vertx().eventBus(),
            new CreateJob(
                VideoBrief.builder().script("mark-" + subject + " is tea.").build(), null),
            as(tenant, subject)));
    sql(
        "orchestration",
        "INSERT INTO storyboard (job_id, version, title, scenes, changed_by) SELECT id, 1, %s,"
                .formatted(mark)
            + " '[]', subject FROM job WHERE subject = '%s'".formatted(subject));
    sql(
        "orchestration",
        "INSERT INTO schedule (id, tenant, subject, title, batch, work, priority, zone, missed,"
            + " overlap, state, content_hash, created_at) VALUES (gen_random_uuid(), %s, %s,"
                .formatted(who, mark)
            + " false, '{}', 1, 'UTC', 'SKIP', 'SKIP', 'PAUSED', '', now())");
    sql("notification", "INSERT INTO preference VALUES (" + who + ", 1, '{}')");
    sql("notification", "INSERT INTO known_address VALUES (%s, %s)".formatted(who, mark));
    sql(
        "notification",
        "INSERT INTO webhook (id, tenant, subject, url, kinds, secret) VALUES"
            + " (gen_random_uuid(), %s, %s, '{}', '%s')".formatted(who, mark, SECRET));
    sql(
        "notification",
        "INSERT INTO push_subscription (id, tenant, subject, endpoint, public_key, auth, device)"
            + " VALUES (gen_random_uuid(), %s, 'https://push.example.org/%s%s', '', '%s', %s)"
                .formatted(who, SECRET, subject, SECRET, mark));
    sql(
        "materials",
        "INSERT INTO asset (tenant, id, title, tags, kind, seconds, version, words) VALUES"
            + " (%s, %s, '{}', 'STILL', 0, 1, '')".formatted(who, mark));
    sql(
        "materials",
        "INSERT INTO asset_version (tenant, asset, version, blob, bytes, info) VALUES"
            + " (%s, 1, '{}', 1, '{}')".formatted(who));
    sql(
        "materials",
        "INSERT INTO music_piece (tenant, id, title, seconds, loudness, tags, audio, provenance)"
            + " VALUES (%s, %s, 1, 1, '{}', '{}', '{}')".formatted(who, mark));
    sql(
        "storage",
        "INSERT INTO link (tenant, owner, id, subject, blob_key, media_type, file_name,"
            + " disposition, created_at, expires_at) VALUES"
            + " (%s, '%s%s', 'object', '%s', 'text/plain', %s, 'INLINE', now(), now())"
                .formatted(who, SECRET, subject, "0".repeat(64), mark));
    sql("speech", "INSERT INTO lexicon VALUES ('%s', 'en', %s, 's')".formatted(tenant, mark));
    sql(
        "content",
        "WITH made AS (INSERT INTO template (tenant, name) VALUES ('%s', %s) RETURNING id)"
                .formatted(tenant, mark)
            + " INSERT INTO template_version (template, version, content, changed_by)"
            + " SELECT id, 1, '{}', '%s' FROM made".formatted(subject));
    sql(
        "analytics",
        "INSERT INTO job_usage VALUES ('%s', %s, 'COMPLETED', now(), 1, 1, 1, 1, 0, 1, 1)"
            .formatted(tenant, mark));
  }

  private static CallContext as(String tenant, String subject) {
    return new CallContext("test", tenant, subject, null);
  }

  private void deploy(Deployable verticle) {
    answer(test.vertx().deployVerticle(verticle), 60);
  }

  private static <T extends Record> T bind(Class<T> type) {
    return SettingsBinder.bind(type, new ConfigTree(), Map.of());
  }

  private void sql(String service, String statement) {
    Database database =
        books.computeIfAbsent(service, name -> answer(test.node().databases().open(name), 60));
    answer(database.writer().query(statement).execute());
  }
}
