package io.moneyprinter.orchestration.storyboard;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.orchestration.StepView;
import io.moneyprinter.codecs.storyboard.GetStoryboard;
import io.moneyprinter.codecs.storyboard.PutStoryboard;
import io.moneyprinter.codecs.storyboard.Storyboard;
import io.moneyprinter.codecs.storyboard.StoryboardScene;
import io.moneyprinter.orchestration.run.JobViews;
import io.moneyprinter.orchestration.state.ContentStore;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows storyboards and takes in what their owners change of them. */
public final class StoryboardDesk {
  private final Database database;
  private final JobViews jobs;
  private final ContentStore contents;
  private final StoryboardStore store;

  StoryboardDesk(Database database, JobViews jobs, ContentStore contents, StoryboardStore store) {
    this.database = database;
    this.jobs = jobs;
    this.contents = contents;
    this.store = store;
  }

  /** A storyboard with what it is about. */
  record Open(MadeVideo made, Optional<SavedStoryboard> saved) {
    int version() {
      return saved.map(SavedStoryboard::version).orElse(0);
    }

    String title() {
      return saved.map(SavedStoryboard::title).orElse(made.script().title());
    }

    List<StoryboardScene> scenes() {
      return saved.map(SavedStoryboard::scenes).orElseGet(made::storyboard);
    }

    /** Fails with {@code CONFLICT} unless this is the version that the caller has seen. */
    void expect(Integer version) {
      if (version != null && version != version()) {
        throw ServiceFailure.conflict(
            "The storyboard is at version %d, not %d: somebody changed it. Read it again and change that"
                .formatted(version(), version));
      }
    }

    private Storyboard view() {
      return new Storyboard(
          made.job().id(),
          version(),
          awaited(made.job()),
          title(),
          made.script().language(),
          scenes(),
          made.scenes(),
          saved.map(SavedStoryboard::changedAt).orElse(null),
          saved.map(SavedStoryboard::changedBy).orElse(null),
          made.script().rate());
    }
  }

  /** Whether the video waits for its owner. */
  static boolean awaited(Job job) {
    return job.steps().stream().map(StepView::state).anyMatch(StepState.AWAITING::equals);
  }

  /** The storyboard of a job of the caller's tenant. */
  public Future<Storyboard> get(GetStoryboard wish) {
    return open(wish.jobId()).map(Open::view);
  }

  /** Takes in a new version. */
  public Future<Storyboard> put(PutStoryboard wish) {
    String subject = CallContext.currentOrSystem().subject();
    String tenant = CallContext.currentOrSystem().tenant();
    return open(wish.jobId())
        .compose(
            seen -> {
              UUID id = UUID.fromString(seen.made().job().id());
              return database
                  .writer()
                  .withTransaction(
                      connection ->
                          lock(connection, tenant, id)
                              .compose(locked -> store.find(connection, id))
                              .map(saved -> new Open(seen.made(), saved))
                              .compose(
                                  open -> {
                                    open.expect(wish.expected());
                                    String title =
                                        wish.title() == null ? open.title() : wish.title();
                                    StoryboardRules.check(
                                        open.made(), open.scenes(), title, wish.scenes());
                                    return store.save(
                                        connection,
                                        id,
                                        open.version() + 1,
                                        title,
                                        wish.scenes(),
                                        subject);
                                  }));
            })
        .compose(saved -> open(wish.jobId()))
        .map(Open::view);
  }

  /** Others that change the storyboard, or the job, wait. */
  private static Future<?> lock(SqlClient client, String tenant, UUID id) {
    return client
        .preparedQuery("SELECT 1 FROM job WHERE tenant = $1 AND id = $2 FOR UPDATE")
        .execute(Tuple.of(tenant, id));
  }

  /** The job, where it has gone on with this version of its storyboard already. */
  Future<Optional<Job>> applied(String jobId, Integer version) {
    return jobs.get(new GetJob(jobId))
        .compose(
            job ->
                store
                    .find(database.writer(), UUID.fromString(job.id()))
                    .map(
                        saved ->
                            saved
                                .filter(board -> version != null && version.equals(board.applied()))
                                .map(board -> job)));
  }

  Future<Open> open(String jobId) {
    return jobs.get(new GetJob(jobId))
        .compose(
            job -> {
              UUID id = UUID.fromString(job.id());
              return contents
                  .done(database.writer(), id, MadeVideo.TASKS)
                  .map(results -> MadeVideo.of(job, results))
                  .compose(
                      made ->
                          store.find(database.writer(), id).map(saved -> new Open(made, saved)));
            });
  }
}
