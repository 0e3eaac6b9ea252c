package io.moneyprinter.orchestration.state;

import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.Task;
import io.moneyprinter.orchestration.workflow.Workflow;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps the truth about jobs. Every change of a job happens here, in one transaction that holds the
 * job's row: what several nodes do to one job happens one after the other, its events are numbered
 * without gaps, and what is told to others is written together with what it tells.
 */
public final class StateManager {
  private final Pool pool;
  private final MessageCatalogue catalogue;
  private final JobStore jobs;
  private final StepStore steps;
  private final OutboxStore outbox;
  private final TurnStore turns;
  private final Standing.Estimate estimate;
  private final Function<JobChange, Future<?>> end;
  private final Function<JobChange, Future<?>> book;
  private final Consumer<JobChange> afterwards;

  /**
   * @param estimate tells how far a job is
   * @param end called within the transaction that brings a job to an end, to write down what has to
   *     follow from that
   * @param book called within every transaction, after the change is written, to keep the books; a
   *     failure of it undoes the change
   * @param afterwards called on the event loop after a change is durable, to send what it gave rise
   *     to
   */
  public StateManager(
      Pool pool,
      MessageCatalogue catalogue,
      Stores stores,
      Standing.Estimate estimate,
      Function<JobChange, Future<?>> end,
      Function<JobChange, Future<?>> book,
      Consumer<JobChange> afterwards) {
    this.pool = pool;
    this.catalogue = catalogue;
    this.jobs = stores.jobs();
    this.steps = stores.steps();
    this.outbox = stores.outbox();
    this.turns = stores.turns();
    this.estimate = estimate;
    this.end = end;
    this.book = book;
    this.afterwards = afterwards;
  }

  /** Changes a job; empty when there is none of that id. */
  public <T> Future<Optional<T>> changeJob(UUID jobId, Function<JobChange, Future<T>> work) {
    return change(c -> jobs.lock(c, jobId), c -> steps.ofJob(c, jobId), work);
  }

  /** Changes the job of a step; empty when there is no step of that id. */
  public <T> Future<Optional<T>> changeStep(UUID stepId, Function<StepChange, Future<T>> work) {
    return change(
        c -> jobs.lockOfStep(c, stepId), c -> steps.besides(c, stepId), about(stepId, work));
  }

  /** As {@link #changeStep}; also empty when somebody is changing the job at present. */
  public <T> Future<Optional<T>> changeStepIfFree(
      UUID stepId, Function<StepChange, Future<T>> work) {
    return change(
        c -> jobs.lockOfStepIfFree(c, stepId), c -> steps.besides(c, stepId), about(stepId, work));
  }

  /** A second copy may have been forgotten while this change waited for its turn at the job. */
  private static <T> Function<JobChange, Future<T>> about(
      UUID stepId, Function<StepChange, Future<T>> work) {
    return change -> {
      StepRow step = change.step(stepId);
      return step == null ? Future.succeededFuture() : work.apply(new StepChange(change, step));
    };
  }

  /** A change that is about one step. */
  public record StepChange(JobChange change, StepRow step) {}

  private <T> Future<Optional<T>> change(
      Function<SqlConnection, Future<Optional<JobRow>>> lock,
      Function<SqlConnection, Future<StepStore.Snapshot>> read,
      Function<JobChange, Future<T>> work) {
    return transact(
        // One after the other: sent at once, a statement that this connection has yet to prepare
        // would
        // be overtaken by one that it knows, and the steps be read before the job is locked.
        connection ->
            lock.apply(connection)
                .compose(
                    job ->
                        job.isEmpty()
                            ? Future.succeededFuture(Optional.<JobChange>empty())
                            : read.apply(connection)
                                .map(
                                    rows ->
                                        Optional.of(
                                            begin(
                                                connection, rows.now(), job.get(), rows.rows())))),
        work);
  }

  /**
   * Makes a job; empty when the tenant has used the idempotency key before.
   *
   * @param work what is to be done in the same transaction
   */
  public <T> Future<Optional<T>> create(
      NewJob job, Workflow workflow, List<StepRow> rows, Function<JobChange, Future<T>> work) {
    return transact(
        connection ->
            jobs.insert(connection, job, workflow)
                .map(
                    inserted ->
                        inserted.map(
                            row -> {
                              JobChange change = begin(connection, row.createdAt(), row, rows);
                              rows.forEach(change::put);
                              return change;
                            })),
        work);
  }

  private JobChange begin(SqlConnection connection, Instant now, JobRow job, List<StepRow> rows) {
    return new JobChange(connection, now, this::queueOf, estimate, job, new StepRows(rows));
  }

  private <T> Future<Optional<T>> transact(
      Function<SqlConnection, Future<Optional<JobChange>>> opening,
      Function<JobChange, Future<T>> work) {
    return pool.withTransaction(
            connection ->
                opening
                    .apply(connection)
                    .compose(
                        opened ->
                            opened.isEmpty()
                                ? Future.succeededFuture(Optional.<Done<T>>empty())
                                : work.apply(opened.get())
                                    .compose(
                                        value ->
                                            write(opened.get())
                                                .map(
                                                    written ->
                                                        Optional.of(
                                                            new Done<>(opened.get(), value))))))
        .map(
            done -> {
              done.map(Done::change).filter(JobChange::changed).ifPresent(afterwards);
              return done.map(Done::value);
            });
  }

  private record Done<T>(JobChange change, T value) {}

  private Future<?> write(JobChange change) {
    if (!change.changed()) {
      return Future.succeededFuture();
    }
    SqlConnection connection = change.connection();
    Future<?> ending = change.ended() ? end.apply(change) : Future.succeededFuture();
    return ending
        .compose(ready -> steps.delete(connection, change.removed()))
        .compose(ready -> save(change, connection))
        .compose(saved -> book.apply(change));
  }

  private Future<?> save(JobChange change, SqlConnection connection) {
    return Future.all(
            steps.save(connection, change.job(), change.writes()),
            jobs.update(connection, change),
            outbox.record(connection, change))
        .compose(saved -> turns.record(connection, change));
  }

  private String queueOf(String address) {
    return catalogue
        .call(address)
        .filter(Task.class::isInstance)
        .map(task -> ((Task<?, ?>) task).queue())
        .orElseThrow(() -> new IllegalStateException(address + " is no task of this version"));
  }
}
