package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.orchestration.OrchestrationConfig;
import io.moneyprinter.orchestration.fair.SlotOffers;
import io.moneyprinter.orchestration.fair.TicketRelease;
import io.moneyprinter.orchestration.fair.TurnOrder;
import io.moneyprinter.orchestration.relay.OutboxRelay;
import io.moneyprinter.orchestration.relay.UsageReport;
import io.moneyprinter.orchestration.state.CompensationStore;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.JobStore;
import io.moneyprinter.orchestration.state.LeaseStore;
import io.moneyprinter.orchestration.state.OutboxStore;
import io.moneyprinter.orchestration.state.SegmentStore;
import io.moneyprinter.orchestration.state.StateManager;
import io.moneyprinter.orchestration.state.StepStore;
import io.moneyprinter.orchestration.state.TurnStore;
import io.moneyprinter.orchestration.state.ViewStore;
import io.moneyprinter.orchestration.workflow.WorkflowLibrary;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.node.Node;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.Pool;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service's components, wired together. Has to be made on the service's event loop. */
public final class Orchestration {
  private static final Logger LOG = LoggerFactory.getLogger(Orchestration.class);

  private final OutboxRelay relay;
  private final Pulse sweeping;
  private final TicketRelease release;
  private final SlotOffers offers;
  private final Pulse undoing;
  private final JobControl control;
  private final Decisions decisions;
  private final JobViews views;
  private final SegmentViews segments;
  private final JobCommands commands;
  private final TaskScheduler scheduler;
  private final ProgressTracker progress;
  private final WorkflowManager manager;
  private final ErrorHandler errors;

  public Orchestration(
      OrchestrationConfig config,
      MessageCatalogue catalogue,
      WorkflowLibrary library,
      Database database,
      Node node) {
    Pool pool = database.writer();
    SecureRandom random = new SecureRandom();
    JobStore jobs = new JobStore();
    StepStore steps = new StepStore();
    LeaseStore leases = new LeaseStore();
    OutboxStore outbox = new OutboxStore(node.events().open());
    relay =
        new OutboxRelay(
            node.vertx(),
            pool,
            outbox,
            new UsageReport(pool, jobs, steps),
            node.events(),
            config.relay());
    TurnStore turns = new TurnStore();
    release =
        new TicketRelease(
            node.vertx(),
            pool,
            new TurnOrder(config.tenant()),
            turns,
            new Tickets(node.tasks()),
            catalogue,
            config.sweep());
    offers = new SlotOffers(pool, release::wake);
    JobWorkflows workflows = new JobWorkflows(library, jobs);
    JobValues values = new JobValues(jobs, steps);
    CompensationStore compensations = new CompensationStore();
    SagaPlanner saga = new SagaPlanner(workflows, values, compensations);
    StateManager states =
        new StateManager(
            pool,
            catalogue,
            jobs,
            steps,
            outbox,
            turns,
            saga::plan,
            afterwards(release, node.vertx().eventBus(), new JobMeters(node.meters())));
    RetryManager retries = new RetryManager(random);
    errors = new ErrorHandler(states, workflows, retries);
    manager = new WorkflowManager(states, catalogue, workflows, values, errors);
    views = new JobViews(database, new ViewStore());
    segments = new SegmentViews(database, new ViewStore(), new SegmentStore());
    commands =
        new JobCommands(
            database,
            states,
            jobs,
            new WorkflowChoice(library, config.workflow()),
            manager,
            views,
            new OrderDesk(random));
    OwnedJobs owned = new OwnedJobs(states, views);
    control = new JobControl(owned, workflows, manager, saga);
    decisions = new Decisions(owned, states, workflows, manager);
    Compensator compensator =
        new Compensator(
            node.vertx().eventBus(), pool, catalogue, states, workflows, compensations, retries);
    undoing =
        new Pulse(node.vertx(), "undo what jobs left behind", config.relay(), compensator::pass);
    JobDeadlines deadlines = new JobDeadlines(pool, jobs, states);
    scheduler = new TaskScheduler(states, steps, config.lease());
    progress = new ProgressTracker(pool, leases, states, config.lease(), config.progressPause());
    LeaseSweeper sweeper = new LeaseSweeper(pool, leases, errors, decisions);
    sweeping =
        new Pulse(
            node.vertx(),
            "look for lost steps",
            config.sweep(),
            () ->
                sweeper
                    .sweep()
                    .compose(swept -> deadlines.sweep())
                    .compose(swept -> release.putAgain(config.ticketPause())));
    if (!node.vertx().isClustered()) {
      takeOver(sweeper, compensator, node, System.nanoTime());
    }
    relay.wake();
  }

  /**
   * A node alone goes on at once with what was under way when the last one died. Only tickets from
   * before it began are put again: those of jobs that come meanwhile are not lost.
   */
  private void takeOver(LeaseSweeper sweeper, Compensator compensator, Node node, long begun) {
    Future.join(
            relay.takeOver(),
            compensator.takeOver(),
            sweeper
                .takeOver(node.info().id())
                .compose(swept -> release.putAgain(Duration.ofNanos(System.nanoTime() - begun))))
        .onFailure(
            cause -> LOG.warn("Steps of a node that died go on later: {}", cause.getMessage()));
  }

  private Consumer<JobChange> afterwards(TicketRelease release, EventBus bus, JobMeters meters) {
    return change -> {
      release.wake(change);
      change.revoked().forEach(step -> OrchestrationMessages.STEP_REVOKED.publish(bus, step));
      relay.wake();
      if (change.job().state().terminal()) {
        undoing.wake();
      }
      meters.count(change);
    };
  }

  public JobViews views() {
    return views;
  }

  public SegmentViews segments() {
    return segments;
  }

  public JobCommands commands() {
    return commands;
  }

  public JobControl control() {
    return control;
  }

  public Decisions decisions() {
    return decisions;
  }

  public TaskScheduler scheduler() {
    return scheduler;
  }

  public SlotOffers offers() {
    return offers;
  }

  public ProgressTracker progress() {
    return progress;
  }

  public WorkflowManager manager() {
    return manager;
  }

  public ErrorHandler errors() {
    return errors;
  }

  /** Stops looking for work; done when what is under way is. */
  public Future<?> close() {
    return Future.join(List.of(relay.close(), sweeping.close(), undoing.close(), release.close()));
  }
}
