package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.analytics.AnalyticsMessages;
import io.moneyprinter.codecs.analytics.JobUsage;
import io.moneyprinter.codecs.analytics.UsageRecorded;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.notification.EventsRecorded;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.orchestration.ClaimStep;
import io.moneyprinter.codecs.orchestration.CompleteStep;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.FailStep;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Heartbeat;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OfferSlots;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.StepClaim;
import io.moneyprinter.codecs.orchestration.StepRevoked;
import io.moneyprinter.codecs.orchestration.StepView;
import io.moneyprinter.orchestration.fair.TenantLimits;
import io.moneyprinter.orchestration.ledger.CostsConfig;
import io.moneyprinter.orchestration.run.StragglerRule;
import io.moneyprinter.platform.events.EventSink;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.tasks.TaskQueue;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.NodeCopy;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/**
 * The service on a real database, with a test that plays the workers: it takes tickets, claims,
 * sends heartbeats, completes and fails, all over the bus.
 */
final class Bench {
  static final StragglerRule NO_COPIES = Settings.NO_COPIES;

  static final OrchestrationConfig CONFIG = new Settings().build();

  static final Duration SOON = Duration.ofSeconds(20);

  final TicketBox tickets = new TicketBox();
  final List<JobEvent> recorded = new CopyOnWriteArrayList<>();
  final List<JobEvent> published = new CopyOnWriteArrayList<>();
  final List<JobUsage> usages = new CopyOnWriteArrayList<>();
  final List<StepRevoked> revoked = new CopyOnWriteArrayList<>();
  private final TestNode test;
  private MessageConsumer<Object> notification;

  /** A granted lease. */
  record Lease(String stepId, StepClaim claim) {}

  Bench(TestNode test) {
    this.test = test;
    OrchestrationMessages.JOB_EVENTS.subscribe(bus(), published::add);
    OrchestrationMessages.STEP_REVOKED.subscribe(bus(), revoked::add);
    AnalyticsMessages.RECORD.serve(
        bus(),
        usage -> {
          usages.add(usage);
          return Future.succeededFuture(new UsageRecorded(true));
        });
    notificationComes();
  }

  static OrchestrationConfig config(Duration lease, Duration ticketPause) {
    return new Settings().lease(lease).ticketPause(ticketPause).build();
  }

  static OrchestrationConfig config(Duration lease, StragglerRule stragglers) {
    return new Settings().lease(lease).stragglers(stragglers).build();
  }

  static OrchestrationConfig config(Path workflows) {
    return new Settings().workflows(workflows).build();
  }

  static OrchestrationConfig config(TenantLimits limits) {
    return new Settings().tenant(limits).build();
  }

  static OrchestrationConfig config(Duration lease, CostsConfig costs) {
    return new Settings().lease(lease).costs(costs).build();
  }

  EventBus bus() {
    return test.vertx().eventBus();
  }

  void notificationComes() {
    notification =
        NotificationMessages.RECORD.serve(
            bus(),
            batch -> {
              recorded.addAll(batch.events());
              return Future.succeededFuture(new EventsRecorded(batch.events().size()));
            });
  }

  void notificationGoes() {
    answer(notification.unregister());
  }

  /** Starts the service; the id is for stopping it. */
  String start(OrchestrationConfig config) {
    return start(config, tickets);
  }

  String start(OrchestrationConfig config, TaskQueue queue) {
    return start(config, queue, EventSink.none());
  }

  String start(OrchestrationConfig config, TaskQueue queue, EventSink outside) {
    return start(config, queue, outside, InstantSource.system());
  }

  /** Starts the service with a clock by which schedules go. */
  String start(OrchestrationConfig config, InstantSource clock) {
    return start(config, tickets, EventSink.none(), clock);
  }

  private String start(
      OrchestrationConfig config, TaskQueue queue, EventSink outside, InstantSource clock) {
    Node node = test.node();
    Node mine = NodeCopy.of(node).with(queue).with(outside).made();
    return answer(test.vertx().deployVerticle(new OrchestrationVerticle(config, mine, clock)), 60);
  }

  void stop(String deployment) {
    answer(test.vertx().undeploy(deployment));
  }

  static CallContext tenant(String name) {
    return CallContext.system(name);
  }

  void offer(String node, String queue, int slots) {
    answer(OrchestrationMessages.OFFER_SLOTS.ask(bus(), new OfferSlots(node, queue, slots)));
  }

  Job order(String script) {
    return order(script, null, CallContext.LOCAL_TENANT);
  }

  Job order(String script, String key, String tenant) {
    return answer(
        OrchestrationMessages.CREATE_JOB.ask(
            bus(), new CreateJob(Samples.brief(script), key), tenant(tenant)));
  }

  Job job(String id) {
    return answer(OrchestrationMessages.GET_JOB.ask(bus(), new GetJob(id)));
  }

  StepView step(String jobId, String name) {
    return job(jobId).steps().stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  StepClaim claim(String stepId, String node) {
    return answer(OrchestrationMessages.CLAIM_STEP.ask(bus(), new ClaimStep(stepId, node)));
  }

  /** Takes tickets of the queue until one is good for a lease. */
  Lease take(String queue) {
    return take(queue, test.node().info().id());
  }

  Lease take(String queue, String node) {
    while (true) {
      String stepId = tickets.next(queue).id();
      StepClaim claim = claim(stepId, node);
      if (claim.granted()) {
        return new Lease(stepId, claim);
      }
    }
  }

  /** A lease if there is a ticket good for one at present. */
  Optional<Lease> poll(String queue, String node) {
    return tickets
        .poll(queue)
        .map(ticket -> new Lease(ticket.id(), claim(ticket.id(), node)))
        .filter(lease -> lease.claim().granted());
  }

  boolean complete(Lease lease) {
    int part = lease.claim().request().contains("\"index\": 1") ? 1 : 0;
    return complete(lease, json(Samples.answer(lease.claim().address(), part)));
  }

  boolean complete(Lease lease, String result) {
    return answer(
            OrchestrationMessages.COMPLETE_STEP.ask(
                bus(), new CompleteStep(lease.stepId(), lease.claim().token(), result)))
        .held();
  }

  boolean fail(Lease lease, FailureCode code, String message) {
    return report(lease, code, message, false);
  }

  boolean handBack(Lease lease) {
    return report(lease, FailureCode.CANCELLED, "The node is stopping", true);
  }

  boolean leaveToAnother(Lease lease) {
    return report(lease, FailureCode.UNAVAILABLE, "Another node can", true);
  }

  private boolean report(Lease lease, FailureCode code, String message, boolean handedBack) {
    return answer(
            OrchestrationMessages.FAIL_STEP.ask(bus(), failure(lease, code, message, handedBack)))
        .held();
  }

  static FailStep failure(Lease lease, FailureCode code, String message, boolean handedBack) {
    return new FailStep(
        lease.stepId(), lease.claim().token(), code, message, List.of(), handedBack);
  }

  boolean beat(Lease lease, double progress) {
    return answer(
            OrchestrationMessages.HEARTBEAT.ask(
                bus(), new Heartbeat(lease.stepId(), lease.claim().token(), progress)))
        .held();
  }

  /** Does the next {@code count} steps of a queue. */
  void work(String queue, int count) {
    for (int i = 0; i < count; i++) {
      complete(take(queue));
    }
  }

  /** Does everything up to and without the segments. */
  void workUpToSegments() {
    work("content.network", 1);
    workUpToSegmentsAfterScript();
  }

  void workUpToSegmentsAfterScript() {
    work("speech.cpu", Samples.SCENES);
    work("materials.network", 1);
    work("materials.cpu", 1);
    work("video.cpu", 1);
  }

  /** Does the segments and everything after. */
  void workFromSegments() {
    work("video.encode", Samples.SEGMENTS);
    work("video.cpu", 3);
  }

  void until(String what, BooleanSupplier condition) {
    Await.until(what, SOON, condition);
  }

  void within(int seconds, String what, BooleanSupplier condition) {
    Await.until(what, Duration.ofSeconds(seconds), condition);
  }

  void awaitState(String jobId, JobState state) {
    until("job is " + state, () -> job(jobId).state() == state);
  }

  /** Also the end is recorded then. (What a job used that went on at once is not told between.) */
  void awaitUsage(JobState end) {
    until("usage is told", () -> usages.stream().anyMatch(usage -> usage.state() == end));
    until("the end is recorded", () -> recorded.stream().anyMatch(event -> event.state() == end));
  }

  List<JobEvent.Type> recordedTypes() {
    return recorded.stream().map(JobEvent::type).toList();
  }

  static String json(Record value) {
    try {
      return RecordJson.wire().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
