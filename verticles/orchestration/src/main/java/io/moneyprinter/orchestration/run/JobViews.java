package io.moneyprinter.orchestration.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobFailure;
import io.moneyprinter.codecs.orchestration.JobList;
import io.moneyprinter.codecs.orchestration.JobQuery;
import io.moneyprinter.codecs.orchestration.ListJobs;
import io.moneyprinter.codecs.orchestration.StepView;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.orchestration.state.Ids;
import io.moneyprinter.orchestration.state.ViewStore;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows jobs to their owners. */
public final class JobViews {
  private final Database database;
  private final ViewStore views;

  public JobViews(Database database, ViewStore views) {
    this.database = database;
    this.views = views;
  }

  /** One job; {@code NOT_FOUND} when there is none of that id or it is another tenant's. */
  public Future<Job> get(GetJob wish) {
    String tenant = CallContext.currentOrSystem().tenant();
    return Ids.read(wish.jobId())
        .map(id -> find(tenant, id, false))
        .orElseGet(() -> Future.failedFuture(unknown(wish.jobId())));
  }

  /**
   * The tenant's jobs that are looked for; may lag behind a little where there are read replicas.
   */
  public Future<JobList> list(ListJobs wish) {
    String tenant = CallContext.currentOrSystem().tenant();
    UUID after = Ids.after(wish.after(), "a job");
    Pool reader = database.reader();
    JobQuery query = wish.query() == null ? JobQuery.all() : wish.query();
    return views
        .page(reader, tenant, after, wish.state(), query, wish.limit() + 1)
        .compose(
            found -> {
              boolean more = found.size() > wish.limit();
              List<ViewStore.JobContent> page = more ? found.subList(0, wish.limit()) : found;
              return views
                  .steps(reader, page.stream().map(ViewStore.JobContent::id).toList())
                  .map(
                      steps ->
                          new JobList(
                              page.stream().map(job -> job(job, steps, false)).toList(), more));
            });
  }

  /** Reads where the newest is, because a caller asks again for what it has just made. */
  Future<Job> find(String tenant, UUID id, boolean replayed) {
    return views
        .one(database.writer(), tenant, id)
        .compose(
            found ->
                found.isEmpty()
                    ? Future.failedFuture(unknown(id.toString()))
                    : views
                        .steps(database.writer(), List.of(id))
                        .map(steps -> job(found.get(), steps, replayed)));
  }

  static ServiceFailure unknown(String id) {
    return ServiceFailure.notFound("There is no job " + id + ": look it up in the list of jobs");
  }

  private static Job job(
      ViewStore.JobContent job, Map<UUID, List<StepView>> steps, boolean replayed) {
    return Job.builder(job.id().toString(), job.tenant(), read(job.brief(), VideoBrief.class))
        .workflow(job.workflow())
        .state(job.state())
        .progress(job.progress())
        .queuePosition(job.queuePosition())
        .steps(steps.getOrDefault(job.id(), List.of()))
        .result(read(job.result(), Publication.class))
        .failure(read(job.failure(), JobFailure.class))
        .createdAt(job.createdAt())
        .updatedAt(job.updatedAt())
        .replayed(replayed)
        .priority(job.priority())
        .rerunOf(job.rerunOf() == null ? null : job.rerunOf().toString())
        .cost(job.cost())
        .secondsLeft(job.secondsLeft())
        .deletedAt(job.deletedAt())
        .subject(job.subject())
        .batchId(job.batchId())
        .build();
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return json == null ? null : RecordJson.wire().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored " + type.getSimpleName() + " does not read", e);
    }
  }
}
