package io.moneyprinter.orchestration.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.bus.Call;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.orchestration.state.CompensationStore;
import io.moneyprinter.orchestration.state.CompensationStore.Taken;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.StateManager;
import io.moneyprinter.orchestration.state.StepRow;
import io.moneyprinter.orchestration.workflow.Workflow;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Undoes what jobs left behind that failed or were called off: asks the services, one after the
 * other within a job, again where that fails. Any number of nodes may do so; a node that dies loses
 * its calls to another when their time is over.
 */
public final class Compensator {
  private static final int AT_ONCE = 20;

  private final EventBus bus;
  private final Pool pool;
  private final MessageCatalogue catalogue;
  private final StateManager states;
  private final JobWorkflows workflows;
  private final CompensationStore store;
  private final RetryManager retries;

  Compensator(
      EventBus bus,
      Pool pool,
      MessageCatalogue catalogue,
      StateManager states,
      JobWorkflows workflows,
      CompensationStore store,
      RetryManager retries) {
    this.bus = bus;
    this.pool = pool;
    this.catalogue = catalogue;
    this.states = states;
    this.workflows = workflows;
    this.store = store;
    this.retries = retries;
  }

  /** Undoes all that is due. */
  public Future<?> pass() {
    return store
        .take(pool, AT_ONCE)
        .compose(
            taken ->
                taken.isEmpty()
                    ? Future.succeededFuture()
                    : Future.join(taken.stream().map(this::undo).toList())
                        .compose(undone -> pass()));
  }

  /** On a node alone: what its forerunner was undoing is taken up at once. */
  public Future<?> takeOver() {
    return store.allDue(pool).compose(due -> pass());
  }

  private Future<?> undo(Taken taken) {
    return catalogue
        .call(taken.address())
        .map(call -> ask(call, taken))
        .orElseGet(
            () ->
                Future.failedFuture(
                    ServiceFailure.notFound(
                        taken.address() + " is not known to this version of the program")))
        .transform(
            outcome ->
                outcome.succeeded()
                    ? done(taken)
                    : failed(taken, ServiceFailure.from(outcome.cause())));
  }

  private <Q extends Record, R extends Record> Future<Void> ask(Call<Q, R> call, Taken taken) {
    try {
      Q request = RecordJson.wire().readValue(taken.request(), call.requestType());
      CallContext caller =
          new CallContext(taken.correlationId(), taken.tenant(), CallContext.SYSTEM, null);
      return new Endpoint<>(call.address(), call.requestType(), call.replyType(), taken.timeout())
          .ask(bus, request, caller)
          .mapEmpty();
    } catch (JsonProcessingException e) {
      return Future.failedFuture(ServiceFailure.invalid("", e.getOriginalMessage()));
    }
  }

  private Future<Optional<Void>> done(Taken taken) {
    return states.<Void>changeJob(
        taken.jobId(),
        change ->
            store
                .done(change.connection(), taken)
                .map(
                    marked -> {
                      if (marked) {
                        StepRow step = rowOf(change, taken);
                        change.event(
                            JobEvent.Type.STEP_COMPENSATED, step, "Undone: " + label(step, taken));
                      }
                      return null;
                    }));
  }

  private Future<Optional<Void>> failed(Taken taken, ServiceFailure failure) {
    String why = failure.getMessage().replace('\0', ' ');
    return states.<Void>changeJob(
        taken.jobId(),
        change ->
            workflows
                .of(change)
                .map(workflow -> pause(workflow, taken, failure))
                .otherwise(Optional.empty())
                .compose(
                    pause ->
                        store
                            .failed(change.connection(), taken, why, pause.orElse(null))
                            .map(
                                marked -> {
                                  if (marked) {
                                    tell(change, taken, why, pause);
                                  }
                                  return null;
                                })));
  }

  private Optional<Duration> pause(Workflow workflow, Taken taken, ServiceFailure failure) {
    return workflow
        .step(taken.step())
        .compensation()
        .flatMap(undo -> retries.pause(undo.retries(), taken.attempt(), failure.code()));
  }

  private static void tell(JobChange change, Taken taken, String why, Optional<Duration> pause) {
    StepRow step = rowOf(change, taken);
    String next =
        pause
            .map(p -> String.format(Locale.ROOT, "tried again in %.1f s", p.toMillis() / 1000.0))
            .orElse("it stays as it is: see to it by hand");
    change.event(
        JobEvent.Type.COMPENSATION_FAILED,
        step,
        label(step, taken) + " could not be undone: " + why + " — " + next);
  }

  private static StepRow rowOf(JobChange change, Taken taken) {
    List<StepRow> rows =
        change.steps().stream()
            .filter(row -> row.place().name().equals(taken.step()))
            .filter(row -> row.place().part() == taken.part())
            .toList();
    return rows.isEmpty() ? null : rows.get(0);
  }

  private static String label(StepRow step, Taken taken) {
    return step == null ? "step " + taken.step() : step.label();
  }
}
