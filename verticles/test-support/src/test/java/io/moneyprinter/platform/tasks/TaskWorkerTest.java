package io.moneyprinter.platform.tasks;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.Capacity;
import io.moneyprinter.codecs.orchestration.CompleteStep;
import io.moneyprinter.codecs.orchestration.CostMessages;
import io.moneyprinter.codecs.orchestration.FailStep;
import io.moneyprinter.codecs.orchestration.Heartbeat;
import io.moneyprinter.codecs.orchestration.LeaseState;
import io.moneyprinter.codecs.orchestration.OfferSlots;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.RecalledCall;
import io.moneyprinter.codecs.orchestration.SlotsNoted;
import io.moneyprinter.codecs.orchestration.StepClaim;
import io.moneyprinter.codecs.orchestration.StepRevoked;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.speech.Synthesize;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.providers.ProviderRequest;
import io.moneyprinter.platform.providers.ProviderSettings;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TaskWorkerTest {
  private static final Speech SPOKEN =
      new Speech(
          new Blob("ab".repeat(32), 9, "audio/wav"),
          1,
          List.of(),
          "v",
          "p",
          Speech.TimingSource.EXACT);

  private static final long MIB = 1024 * 1024;

  @RegisterExtension final TestNode test = TestNode.withDatabases();

  private final BlockingQueue<Record> reports = new LinkedBlockingQueue<>();
  private final AtomicInteger heartbeats = new AtomicInteger();
  private volatile boolean held = true;
  private volatile boolean granted = true;
  private volatile int refusals;
  private volatile Capacity wanted;

  @BeforeEach
  void answerAsOrchestration() throws Exception {
    String request = RecordJson.wire().writeValueAsString(new Synthesize("Hello", "en", "auto", 1));
    var bus = test.vertx().eventBus();
    OrchestrationMessages.CLAIM_STEP.serve(
        bus,
        claim ->
            Future.succeededFuture(
                wanted != null && claim.stepId().startsWith("step") && !claim.held().covers(wanted)
                    ? StepClaim.wanting(wanted)
                    : granted
                        ? new StepClaim(
                            true, 7, "speech.synthesize", request, "acme", "corr-1", 1, 20)
                        : StepClaim.NOTHING_TO_DO));
    OrchestrationMessages.HEARTBEAT.serve(bus, this::heartbeat);
    OrchestrationMessages.COMPLETE_STEP.serve(bus, this::report);
    OrchestrationMessages.FAIL_STEP.serve(bus, this::report);
  }

  private Future<LeaseState> heartbeat(Heartbeat beat) {
    heartbeats.incrementAndGet();
    return Future.succeededFuture(new LeaseState(held));
  }

  private Future<LeaseState> report(Record report) {
    if (refusals > 0) {
      refusals--;
      return Future.failedFuture(ServiceFailure.unavailable("restarting"));
    }
    reports.add(report);
    return Future.succeededFuture(new LeaseState(true));
  }

  @Test
  void aTicketIsClaimedCarriedOutAndHandedInUnderTheJobsTenant() throws Exception {
    Promise<CallContext> seen = Promise.promise();
    start(
        (request, context) -> {
          seen.complete(CallContext.current().orElseThrow());
          return Future.succeededFuture(SPOKEN);
        });

    put("step-1");

    CompleteStep done = (CompleteStep) reports.poll(10, TimeUnit.SECONDS);
    assertThat(done.stepId()).isEqualTo("step-1");
    assertThat(done.token()).isEqualTo(7);
    assertThat(RecordJson.wire().readValue(done.result(), Speech.class)).isEqualTo(SPOKEN);
    CallContext caller = answer(seen.future());
    assertThat(caller.tenant()).isEqualTo("acme");
    assertThat(caller.correlationId()).isEqualTo("corr-1");
  }

  @Test
  void aFailureIsReportedWithItsCode() throws Exception {
    start((request, context) -> Future.failedFuture(ServiceFailure.invalid("/voice", "no such")));

    put("step-1");

    FailStep failed = (FailStep) reports.poll(10, TimeUnit.SECONDS);
    assertThat(failed.code()).isEqualTo(FailureCode.INVALID);
    assertThat(failed.violations()).hasSize(1);
  }

  @Test
  void heartbeatsGoOutWhileTheWorkRunsAndARevokedLeaseStopsIt() throws Exception {
    Promise<Void> stopped = Promise.promise();
    Promise<Speech> never = Promise.promise();
    start(
        (request, context) -> {
          context.onCancel(() -> stopped.tryComplete());
          return never.future();
        });
    put("step-1");
    Await.until("two heartbeats", Duration.ofSeconds(5), () -> heartbeats.get() >= 2);

    OrchestrationMessages.STEP_REVOKED.publish(
        test.vertx().eventBus(), new StepRevoked("step-1", 7));

    answer(stopped.future());
    never.fail("killed");
    assertThat(reports.poll(300, TimeUnit.MILLISECONDS)).as("nothing to report").isNull();
  }

  @Test
  void aQuestionToAProviderIsAbortedWhenTheLeaseIsRevoked() {
    CostMessages.RECALL_CALL.serve(
        test.vertx().eventBus(), call -> Future.succeededFuture(new RecalledCall(true, null)));
    Promise<Void> asked = Promise.promise();
    Promise<Void> closed = Promise.promise();
    ProviderStub hanging = new ProviderStub(test.vertx());
    hanging.otherwise(
        request -> {
          request.connection().closeHandler(closed::tryComplete);
          asked.tryComplete();
        });
    ProviderClient client =
        new ProviderClient(
            test.vertx(),
            test.node().meters(),
            new ProviderSettings(
                "hanging",
                "the test's server",
                List.of("key-1", "key-2"),
                KeyPlace.bearer(),
                Duration.ofSeconds(60),
                4096,
                new ProviderSettings.SettingNames("a", "b", "c", "d")));
    Promise<Speech> outcome = Promise.promise();
    start(
        (request, context) -> {
          test.node()
              .pools()
              .run(Pool.MEDIA, () -> 1)
              .compose(
                  hopped ->
                      context
                          .calls()
                          .once(
                              "hanging",
                              request,
                              Speech.class,
                              () ->
                                  client.send(
                                      ProviderRequest.get(hanging.address()),
                                      answer -> new ExternalCalls.Answer<>(SPOKEN, List.of()))))
              .onComplete(outcome);
          return outcome.future();
        });
    put("step-1");
    answer(asked.future());
    long revoked = System.nanoTime();

    OrchestrationMessages.STEP_REVOKED.publish(
        test.vertx().eventBus(), new StepRevoked("step-1", 7));

    answer(closed.future());
    assertThat(Duration.ofNanos(System.nanoTime() - revoked)).isLessThan(Duration.ofSeconds(2));
    assertThat(Answers.failure(outcome.future()).code()).isEqualTo(FailureCode.CANCELLED);
    assertThat(hanging.asked()).as("no other key is tried").hasSize(1);
    client.close();
  }

  @Test
  void aLeaseFoundLostByHeartbeatStopsTheWork() {
    held = false;
    Promise<Void> stopped = Promise.promise();
    start(
        (request, context) -> {
          context.onCancel(() -> stopped.tryComplete());
          return Promise.<Speech>promise().future();
        });

    put("step-1");

    answer(stopped.future());
  }

  @Test
  void aResultIsHandedInAgainUntilTheOrchestrationIsBack() throws Exception {
    refusals = 2;
    start((request, context) -> Future.succeededFuture(SPOKEN));

    put("step-1");

    assertThat(reports.poll(20, TimeUnit.SECONDS)).isInstanceOf(CompleteStep.class);
  }

  @Test
  void noMoreTasksRunAtOnceThanThereAreSlots() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    start(
        (request, context) -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          return test.vertx()
              .timer(20)
              .map(
                  tick -> {
                    now.decrementAndGet();
                    done.incrementAndGet();
                    return SPOKEN;
                  });
        });

    for (int i = 0; i < 8; i++) {
      put("step-" + i);
    }

    Await.until("all done", Duration.ofSeconds(15), () -> done.get() == 8);
    assertThat(most.get()).isEqualTo(2);
  }

  @Test
  void stoppingHandsTheLeaseBack() throws Exception {
    Promise<Void> begun = Promise.promise();
    TaskWorker worker =
        start(
            (request, context) -> {
              begun.tryComplete();
              return Promise.<Speech>promise().future();
            });
    put("step-1");
    answer(begun.future());

    answer(worker.stop(Duration.ofMillis(50)));

    assertThat((FailStep) reports.poll(5, TimeUnit.SECONDS))
        .extracting(FailStep::handedBack)
        .isEqualTo(true);
  }

  @Test
  void whatOnlyAnotherNodeCanDoIsHandedBack() throws Exception {
    start(
        (request, context) -> {
          context.leaveToAnother();
          return Future.failedFuture(ServiceFailure.unavailable("not with this voice"));
        });
    put("step-1");

    FailStep failed = (FailStep) reports.poll(10, TimeUnit.SECONDS);

    assertThat(failed.handedBack()).isTrue();
    assertThat(failed.code()).isEqualTo(FailureCode.UNAVAILABLE);
  }

  @Test
  void aTicketWithoutWorkIsPassedOver() throws Exception {
    granted = false;
    AtomicInteger runs = new AtomicInteger();
    start(
        (request, context) -> {
          runs.incrementAndGet();
          return Future.succeededFuture(SPOKEN);
        });
    put("step-1");
    granted = true;

    put("step-2");

    reports.poll(10, TimeUnit.SECONDS);
    assertThat(runs.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void theWorkerOffersItsSlotsAndTakesTheOfferBack() throws Exception {
    BlockingQueue<OfferSlots> offers = new LinkedBlockingQueue<>();
    OrchestrationMessages.OFFER_SLOTS.serve(
        test.vertx().eventBus(),
        offer -> {
          offers.add(offer);
          return Future.succeededFuture(new SlotsNoted(1));
        });
    TaskWorker worker = start((request, context) -> Future.succeededFuture(SPOKEN));

    OfferSlots first = offers.poll(10, TimeUnit.SECONDS);
    assertThat(first).isEqualTo(offered(first));
    assertThat(offers.poll(10, TimeUnit.SECONDS)).as("it is renewed").isEqualTo(first);
    answer(worker.stop(Duration.ofSeconds(5)));
    List<OfferSlots> rest = new ArrayList<>();
    offers.drainTo(rest);
    assertThat(rest.get(rest.size() - 1).slots()).isZero();
  }

  @Test
  void aStepThatWantsTwoSlotsRunsAlone() throws Exception {
    wanted = new Capacity(2, 10, 0);
    AtomicInteger running = new AtomicInteger();
    List<Integer> atOnce = new CopyOnWriteArrayList<>();
    start(
        (request, context) -> {
          atOnce.add(running.incrementAndGet());
          return test.vertx()
              .timer(50)
              .map(
                  done -> {
                    running.decrementAndGet();
                    return SPOKEN;
                  });
        });
    for (int i = 0; i < 4; i++) {
      put("step-" + i);
    }
    for (int i = 0; i < 4; i++) {
      assertThat(reports.poll(10, TimeUnit.SECONDS)).isInstanceOf(CompleteStep.class);
    }
    assertThat(atOnce).containsOnly(1);
  }

  @Test
  void aStepIsAdmittedWithItsOwnMemoryAndLeftAloneWhereItNeverFits() throws Exception {
    AtomicLong free = new AtomicLong(1000 * MIB);
    MemoryManager memory = new MemoryManager(test.vertx(), free::get, 0, Duration.ofHours(1));
    TaskSlots slots = new TaskSlots(2, 2, 2);
    answer(
        worker((request, context) -> Future.succeededFuture(SPOKEN))
            .start(
                test.node().tasks(),
                slots,
                new ResourcePool(
                    slots, new MemoryNeeds(0, 100 * MIB, 100 * MIB, 0), memory, 1000 * MIB)));
    MemoryManager.Grant other = answer(memory.admit(500 * MIB));
    wanted = new Capacity(1, 700, 0);
    put("step-1");
    Await.until("it waits", Duration.ofSeconds(10), () -> memory.waiting() == 1);
    assertThat(reports).isEmpty();
    other.release();
    assertThat(reports.poll(10, TimeUnit.SECONDS)).isInstanceOf(CompleteStep.class);

    wanted = new Capacity(1, 0, 1);
    put("step-2");
    put("plain-3");
    CompleteStep plain = (CompleteStep) reports.poll(10, TimeUnit.SECONDS);
    assertThat(plain.stepId()).isEqualTo("plain-3");
    assertThat(reports).isEmpty();
  }

  @Test
  void aTaskIsNotClaimedBeforeItsMemoryIsFree() throws Exception {
    AtomicLong free = new AtomicLong(1000 * MIB);
    MemoryManager memory = new MemoryManager(test.vertx(), free::get, 0, Duration.ofHours(1));
    MemoryManager.Grant other = answer(memory.admit(950 * MIB));
    TaskSlots slots = new TaskSlots(2, 2, 2);
    TaskWorker worker = worker((request, context) -> Future.succeededFuture(SPOKEN));
    answer(
        worker.start(
            test.node().tasks(),
            slots,
            new ResourcePool(
                slots, new MemoryNeeds(0, 100 * MIB, 100 * MIB, 0), memory, 1000 * MIB)));

    put("step-1");
    Await.until("it waits", Duration.ofSeconds(10), () -> memory.waiting() == 1);
    assertThat(reports).isEmpty();
    other.release();

    assertThat(reports.poll(10, TimeUnit.SECONDS)).isInstanceOf(CompleteStep.class);
    answer(memory.admit(1000 * MIB)).release();
  }

  private static OfferSlots offered(OfferSlots seen) {
    return new OfferSlots(
        "node-1",
        SpeechMessages.SYNTHESIZE.queue(),
        2,
        new Capacity(2, seen.capacity().memory(), 0));
  }

  private TaskWorker start(TaskHandler<Synthesize, Speech> handler) {
    TaskWorker worker = worker(handler);
    answer(worker.start(test.node().tasks(), new TaskSlots(2, 2, 2)));
    return worker;
  }

  private TaskWorker worker(TaskHandler<Synthesize, Speech> handler) {
    return new TaskWorker(
        test.vertx(),
        "node-1",
        SpeechMessages.SYNTHESIZE.queue(),
        Map.of(
            SpeechMessages.SYNTHESIZE.address(),
            new TaskWork<>(SpeechMessages.SYNTHESIZE, handler)));
  }

  private void put(String stepId) {
    answer(
        test.node()
            .tasks()
            .put(List.of(new Ticket(SpeechMessages.SYNTHESIZE.queue(), stepId, null, 0))));
  }
}
