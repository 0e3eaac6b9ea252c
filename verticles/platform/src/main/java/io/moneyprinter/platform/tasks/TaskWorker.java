package io.moneyprinter.platform.tasks;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ResourceClass;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.Capacity;
import io.moneyprinter.codecs.orchestration.ClaimStep;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.StepClaim;
import io.moneyprinter.codecs.orchestration.StepRevoked;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the tasks of one queue on this node: takes a ticket, claims the step, runs the task
 * under its lease, hands in the result.
 */
public final class TaskWorker {
  private static final Logger LOG = LoggerFactory.getLogger(TaskWorker.class);

  private final Vertx vertx;
  private final String node;
  private final String queue;
  private final Map<String, TaskWork<?, ?>> works;
  private final Map<String, LeasedTask> running = new ConcurrentHashMap<>();
  private final String door = "tasks.run." + UUID.randomUUID();
  private Admission admission;
  private SlotAnnouncement announcement;
  private TaskQueue.Consumer tickets;
  private MessageConsumer<String> runner;
  private MessageConsumer<Object> revocations;
  private volatile boolean stopping;

  /**
   * @param works by the task's address
   */
  public TaskWorker(Vertx vertx, String node, String queue, Map<String, TaskWork<?, ?>> works) {
    this.vertx = vertx;
    this.node = node;
    this.queue = queue;
    this.works = Map.copyOf(works);
  }

  /** Begins on a machine whose memory does not end. */
  public Future<Void> start(TaskQueue source, TaskSlots slots) {
    return start(source, slots, ResourcePool.ample(vertx, slots));
  }

  /**
   * Begins.
   *
   * @param slots how many tasks of a kind this worker runs at once
   * @param shared lets each of them begin when its memory is free
   */
  public Future<Void> start(TaskQueue source, TaskSlots slots, ResourcePool shared) {
    ResourceClass resource = works.values().iterator().next().task().resource();
    admission = new Admission(shared, slots, resource);
    // A message to oneself gives every task a Vert.x context of its own for its CallContext.
    runner = vertx.eventBus().localConsumer(door, this::carryOut);
    revocations = OrchestrationMessages.STEP_REVOKED.subscribe(vertx.eventBus(), this::revoked);
    int free = slots.of(resource);
    announcement = new SlotAnnouncement(vertx, node, queue, admission.whole());
    DeliveryOptions patient =
        new DeliveryOptions().setLocalOnly(true).setSendTimeout(TimeUnit.DAYS.toMillis(1));
    return Future.all(runner.completion(), revocations.completion())
        .compose(
            ready ->
                source.take(
                    queue, free, id -> vertx.eventBus().request(door, id, patient).mapEmpty()))
        .onSuccess(
            consumer -> {
              tickets = consumer;
              announcement.start();
            })
        .mapEmpty();
  }

  private void carryOut(Message<String> ticket) {
    String stepId = ticket.body();
    // The step is not claimed before it can begin: elsewhere there may be memory for it now.
    admission
        .usual()
        .compose(hold -> claimAndWork(stepId, hold))
        .onFailure(
            cause -> LOG.warn("Step {} was not carried to its end: {}", stepId, cause.getMessage()))
        .onComplete(done -> ticket.reply(null));
  }

  private Future<Void> claimAndWork(String stepId, Admission.Hold hold) {
    return claim(stepId, hold)
        .compose(
            claim ->
                claim.granted()
                    ? work(stepId, claim, hold).map(Optional.<Capacity>empty())
                    : Future.succeededFuture(Optional.ofNullable(claim.wants())))
        .onComplete(done -> hold.release())
        .compose(
            wants ->
                wants.isPresent() && admission.whole().covers(wants.get())
                    ? admission.hold(wants.get()).compose(enough -> claimAndWork(stepId, enough))
                    : Future.succeededFuture());
  }

  private Future<StepClaim> claim(String stepId, Admission.Hold hold) {
    if (stopping) {
      return Future.succeededFuture(StepClaim.NOTHING_TO_DO);
    }
    return OrchestrationMessages.CLAIM_STEP.ask(
        vertx.eventBus(), new ClaimStep(stepId, node, hold.capacity()));
  }

  private Future<Void> work(String stepId, StepClaim claim, Admission.Hold hold) {
    Optional.ofNullable(claim.wants()).ifPresent(hold::lowerTo);
    new CallContext(
            claim.correlationId(),
            claim.tenant(),
            CallContext.SYSTEM,
            Instant.now().plusSeconds(claim.timeoutSeconds()))
        .enter();
    LeasedTask leased = new LeasedTask(vertx, stepId, claim);
    TaskWork<?, ?> work = works.get(claim.address());
    if (work == null) {
      return leased.fail(
          new ServiceFailure(
              FailureCode.INTERNAL, "Queue " + queue + " does not carry " + claim.address()));
    }
    running.put(stepId, leased);
    Future<String> result =
        leased
            .run(context -> work.run(claim.request(), context))
            .timeout(claim.timeoutSeconds(), TimeUnit.SECONDS);
    return result
        .transform(
            outcome ->
                outcome.succeeded()
                    ? leased.complete(outcome.result())
                    : leased.fail(outcome.cause()))
        .onComplete(done -> running.remove(stepId, leased));
  }

  private void revoked(StepRevoked revocation) {
    LeasedTask leased = running.get(revocation.stepId());
    if (leased != null && leased.token() <= revocation.token()) {
      leased.revoke();
    }
  }

  /**
   * Takes no more work, waits up to {@code patience} for what is running, and hands back the rest
   * so that another node need not wait for the leases to run out.
   */
  public Future<Void> stop(Duration patience) {
    stopping = true;
    if (tickets != null) {
      tickets.stop();
    }
    return (announcement == null ? Future.<Void>succeededFuture() : announcement.stop())
        .compose(told -> drained(patience))
        .eventually(() -> Future.join(running.values().stream().map(LeasedTask::handBack).toList()))
        .eventually(() -> runner == null ? Future.succeededFuture() : runner.unregister())
        .eventually(() -> revocations == null ? Future.succeededFuture() : revocations.unregister())
        .mapEmpty();
  }

  private Future<Void> drained(Duration patience) {
    if (running.isEmpty()) {
      return Future.succeededFuture();
    }
    return Future.join(running.values().stream().map(LeasedTask::ended).toList())
        .timeout(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS)
        .transform(any -> Future.succeededFuture());
  }
}
