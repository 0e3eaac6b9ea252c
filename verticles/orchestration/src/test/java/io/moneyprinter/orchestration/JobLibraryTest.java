package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.batch.BatchFormat;
import io.moneyprinter.codecs.batch.BatchRow;
import io.moneyprinter.codecs.batch.RowState;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.TemplateUse;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.DeleteJob;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobList;
import io.moneyprinter.codecs.orchestration.JobQuery;
import io.moneyprinter.codecs.orchestration.JobSort;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.ListJobs;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.video.VideoBriefBuilder;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Videos are found again, deleted, taken back and purged. */
class JobLibraryTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();

  private Bench start(Duration life) {
    Bench bench = new Bench(test);
    bench.start(new Settings().deletedLife(life).build());
    return bench;
  }

  @Test
  void videosAreFoundByWordsFiltersAndInEveryOrder() {
    Bench bench = start(Duration.ofDays(30));
    String tea = order(bench, Samples.brief("Tea grows in the mountains.").but().title("b Tea"));
    String sea =
        order(
            bench,
            Samples.brief("The SEA's mountains, under water.")
                .but()
                .title("A sea")
                .language("pt-BR"));
    String cha =
        order(
            bench,
            Samples.brief("我爱喝茶。")
                .but()
                .title("c")
                .language("zh")
                .template(new TemplateUse("daily", 2, Map.of())));

    assertThat(found(bench, text("mountain"))).containsExactly(sea, tea);
    assertThat(found(bench, text("MOUNT tea"))).containsExactly(tea);
    assertThat(found(bench, text("喝茶"))).containsExactly(cha);
    assertThat(found(bench, text("'\\ & | ! :* <->"))).isEmpty();
    assertThat(found(bench, text("coffee"))).isEmpty();
    assertThat(found(bench, query(null, "PT", null, null))).containsExactly(sea);
    assertThat(found(bench, query(null, "p", null, null))).isEmpty();
    assertThat(found(bench, query(null, null, "daily", null))).containsExactly(cha);
    assertThat(found(bench, query(null, null, null, JobSort.OLDEST)))
        .containsExactly(tea, sea, cha);
    assertThat(found(bench, query(null, null, null, JobSort.TITLE))).containsExactly(sea, tea, cha);
    assertThat(found(bench, between(Instant.now().plusSeconds(60), null))).isEmpty();
    assertThat(found(bench, between(null, Instant.now().plusSeconds(60)))).hasSize(3);
    for (JobSort sort : JobSort.values()) {
      assertThat(pageByPage(bench, sort))
          .containsExactlyElementsOf(found(bench, query(null, null, null, sort)));
    }
  }

  @Test
  void whatIsDeletedCanBeTakenBackAndGoesAfterItsTime() throws SQLException {
    Bench bench = start(Duration.ofSeconds(1));
    BatchBench batches = new BatchBench(test, bench, "local");
    String batch = batches.create(BatchFormat.NDJSON, BatchBench.scripts(1)).id();
    bench.until("ordered", () -> batches.rows(batch).get(0).jobId() != null);
    String id = batches.rows(batch).get(0).jobId();
    ServiceFailure early = failure(delete(bench, id, false));
    assertThat(early.code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(early.getMessage()).contains("cancel it");
    answer(Jobs.cancel(bench, id));
    assertThat(
            failure(
                    OrchestrationMessages.DELETE_JOB.ask(
                        bench.bus(), new DeleteJob(id, false), Bench.tenant("stranger")))
                .code())
        .isEqualTo(FailureCode.NOT_FOUND);

    Job deleted = answer(delete(bench, id, false));
    assertThat(deleted.deletedAt()).isNotNull();
    assertThat(answer(delete(bench, id, false)).deletedAt()).isEqualTo(deleted.deletedAt());
    assertThat(found(bench, JobQuery.all())).isEmpty();
    assertThat(found(bench, new JobQuery(null, null, null, null, null, batch, true, null)))
        .containsExactly(id);
    assertThat(answer(delete(bench, id, true)).deletedAt()).isNull();
    assertThat(found(bench, JobQuery.all())).containsExactly(id);

    answer(delete(bench, id, false));
    answer(Jobs.resume(bench, id));
    assertThat(bench.job(id).deletedAt()).isNull();
    answer(Jobs.cancel(bench, id));
    answer(delete(bench, id, false));
    yesterday();
    bench.until(
        "purged",
        () ->
            OrchestrationMessages.GET_JOB
                .ask(bench.bus(), new GetJob(id))
                .transform(got -> Future.succeededFuture(got.failed()))
                .toCompletionStage()
                .toCompletableFuture()
                .join());
    BatchRow row = batches.rows(batch).get(0);
    assertThat(row.jobId()).isNull();
    assertThat(row.state()).isEqualTo(RowState.CANCELLED);
    assertThat(batches.get(batch).counts().cancelled()).isEqualTo(1);
  }

  /** The costs of today are counted until tomorrow. */
  private void yesterday() throws SQLException {
    String url =
        "jdbc:postgresql://"
            + test.access().host()
            + ":"
            + test.access().port()
            + "/"
            + test.access().prefix()
            + "_orchestration";
    try (var connection =
            DriverManager.getConnection(url, test.access().user(), test.access().password());
        var statement = connection.createStatement()) {
      statement.execute("UPDATE job_account SET day = day - 1");
    }
  }

  private static String order(Bench bench, VideoBriefBuilder brief) {
    return answer(
            OrchestrationMessages.CREATE_JOB.ask(bench.bus(), new CreateJob(brief.build(), null)))
        .id();
  }

  private static Future<Job> delete(Bench bench, String id, boolean restore) {
    return OrchestrationMessages.DELETE_JOB.ask(bench.bus(), new DeleteJob(id, restore));
  }

  private static JobQuery text(String words) {
    return query(words, null, null, null);
  }

  private static JobQuery query(String text, String language, String template, JobSort sort) {
    return new JobQuery(text, null, null, language, template, null, null, sort);
  }

  private static JobQuery between(Instant since, Instant until) {
    return new JobQuery(null, since, until, null, null, null, null, null);
  }

  private static List<String> found(Bench bench, JobQuery query) {
    return list(bench, null, 50, query).jobs().stream().map(Job::id).toList();
  }

  private static JobList list(Bench bench, String after, int limit, JobQuery query) {
    return answer(
        OrchestrationMessages.LIST_JOBS.ask(
            bench.bus(), new ListJobs(after, limit, (JobState) null, query)));
  }

  private static List<String> pageByPage(Bench bench, JobSort sort) {
    List<String> ids = new ArrayList<>();
    boolean more = true;
    while (more) {
      String after = ids.isEmpty() ? null : ids.get(ids.size() - 1);
      JobList page = list(bench, after, 1, query(null, null, null, sort));
      page.jobs().forEach(job -> ids.add(job.id()));
      more = page.more();
    }
    return ids;
  }
}
