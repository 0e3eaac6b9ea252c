package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.orchestration.OrchestrationConfig;
import io.moneyprinter.orchestration.calls.CallDesk;
import io.moneyprinter.orchestration.fair.SlotOffers;
import io.moneyprinter.orchestration.fair.TicketRelease;
import io.moneyprinter.orchestration.fair.TurnOrder;
import io.moneyprinter.orchestration.ledger.Accounting;
import io.moneyprinter.orchestration.ledger.Prices;
import io.moneyprinter.orchestration.relay.OutboxRelay;
import io.moneyprinter.orchestration.relay.UsageReport;
import io.moneyprinter.orchestration.state.DeletionStore;
import io.moneyprinter.orchestration.state.LoadStore;
import io.moneyprinter.orchestration.state.StateManager;
import io.moneyprinter.orchestration.state.Stores;
import io.moneyprinter.orchestration.workflow.WorkflowLibrary;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.flags.Flags;
import io.moneyprinter.platform.node.Node;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.security.SecureRandom;

/** The service's components, wired together. Has to be made on the service's event loop. */
public final class Orchestration {
  private final SlotOffers offers;
  private final Housekeeping housekeeping;
  private final JobControl control;
  private final Decisions decisions;
  private final NewPlan plan;
  private final JobViews views;
  private final SegmentViews segments;
  private final JobCommands commands;
  private final TaskScheduler scheduler;
  private final ProgressTracker progress;
  private final WorkflowManager manager;
  private final ErrorHandler errors;
  private final CallDesk calls;
  private final Accounting accounting;
  private final TimeViews times;
  private final Deletions deletions;

  public Orchestration(
      OrchestrationConfig config,
      MessageCatalogue catalogue,
      WorkflowLibrary library,
      Prices prices,
      Database database,
      Node node,
      Flags flags) {
    Pool pool = database.writer();
    SecureRandom random = new SecureRandom();
    Stores stores = Stores.open(node.events().open());
    accounting = new Accounting(config.costs(), prices, pool, stores.jobs(), node.meters());
    calls = new CallDesk(pool, accounting.calls());
    OutboxRelay relay =
        new OutboxRelay(
            node.vertx(),
            pool,
            stores.outbox(),
            new UsageReport(pool, stores.jobs(), stores.contents(), stores.views()),
            node.events(),
            config.relay());
    TicketRelease release =
        new TicketRelease(
            node.vertx(),
            pool,
            new TurnOrder(config.tenant()),
            stores.turns(),
            new Tickets(node.tasks()),
            catalogue,
            config.sweep());
    offers = new SlotOffers(pool, release::wake);
    JobWorkflows workflows = new JobWorkflows(library, stores.jobs());
    JobValues values = new JobValues(stores.jobs(), stores.contents());
    SagaPlanner saga = new SagaPlanner(workflows, values, stores.compensations());
    CostBook costs = new CostBook(pool, stores.costs());
    StateManager states =
        new StateManager(
            pool,
            catalogue,
            stores,
            new ProgressEstimate(costs, library),
            saga::plan,
            accounting.bookkeeper()::book,
            new Aftermath(
                node.vertx().eventBus(),
                release,
                relay,
                new JobMeters(node.meters()),
                costs,
                this::undo));
    RetryManager retries = new RetryManager(random);
    errors = new ErrorHandler(states, workflows, retries);
    manager = new WorkflowManager(states, catalogue, workflows, values, errors);
    views = new JobViews(database, stores.views());
    segments = new SegmentViews(database, stores.views(), stores.segments());
    WorkflowChoice choice = new WorkflowChoice(library, config.workflow());
    times = new TimeViews(database, new LoadStore(), choice, accounting, costs);
    QuotaCheck quota = new QuotaCheck(node.vertx().eventBus());
    commands =
        new JobCommands(
            database,
            states,
            stores.jobs(),
            choice,
            manager,
            views,
            new OrderDesk(random),
            OrderGate.usual(node.vertx()),
            quota,
            flags);
    deletions =
        new Deletions(
            node.vertx().eventBus(), database, new DeletionStore(), views, config.deletedLife());
    OwnedJobs owned = new OwnedJobs(states, views);
    control = new JobControl(owned, workflows, manager, saga, quota);
    decisions = new Decisions(owned, states, workflows, manager);
    plan = new NewPlan(owned, stores.jobs(), workflows, manager, decisions);
    scheduler = new TaskScheduler(states, stores.contents(), stores.fits(), config.lease());
    progress =
        new ProgressTracker(pool, stores.leases(), states, config.lease(), config.progressPause());
    housekeeping =
        new Housekeeping(
            node.vertx(),
            config,
            relay,
            release,
            new LeaseSweeper(
                pool,
                stores.leases(),
                new LostSteps(states, workflows, retries, errors),
                decisions),
            new JobDeadlines(pool, stores.jobs(), states),
            new Compensator(
                node.vertx().eventBus(),
                pool,
                catalogue,
                states,
                workflows,
                stores.compensations(),
                retries),
            new SecondCopies(pool, stores.stragglers(), states, catalogue, config.stragglers()),
            new FitCheck(pool, stores.fits(), states, release::wake),
            costs,
            deletions);
    if (!node.vertx().isClustered()) {
      housekeeping.takeOver(node);
    }
    relay.wake();
  }

  private void undo() {
    housekeeping.undo();
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

  public NewPlan plan() {
    return plan;
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

  public CallDesk calls() {
    return calls;
  }

  public Accounting accounting() {
    return accounting;
  }

  public TimeViews times() {
    return times;
  }

  public Deletions deletions() {
    return deletions;
  }

  /** Stops looking for work; done when what is under way is. */
  public Future<?> close() {
    return housekeeping.close();
  }
}
