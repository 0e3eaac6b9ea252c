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
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.Pool;
import java.security.SecureRandom;

/** Puts the service's components together. For the service's event loop, and for one use. */
public final class OrchestrationWiring {
  private final OrchestrationConfig config;
  private final MessageCatalogue catalogue;
  private final WorkflowLibrary library;
  private final Database database;
  private final Node node;
  private final Flags flags;
  private final Pool pool;
  private final EventBus bus;
  private final SecureRandom random = new SecureRandom();
  private final RetryManager retries = new RetryManager(random);
  private final Stores stores;
  private final Accounting accounting;
  private final CallDesk calls;
  private final OutboxRelay relay;
  private final TicketRelease release;
  private final JobWorkflows workflows;
  private final JobValues values;
  private final SagaPlanner saga;
  private final CostBook costs;
  private final StateManager states;
  private Housekeeping housekeeping;

  public OrchestrationWiring(
      OrchestrationConfig config,
      MessageCatalogue catalogue,
      WorkflowLibrary library,
      Prices prices,
      Database database,
      Node node,
      Flags flags) {
    this.config = config;
    this.catalogue = catalogue;
    this.library = library;
    this.database = database;
    this.node = node;
    this.flags = flags;
    pool = database.writer();
    bus = node.vertx().eventBus();
    stores = Stores.open(node.events().open());
    accounting = new Accounting(config.costs(), prices, pool, stores.jobs(), node.meters());
    calls = new CallDesk(pool, accounting.calls());
    relay = relay();
    release = release();
    workflows = new JobWorkflows(library, stores.jobs());
    values = new JobValues(stores.jobs(), stores.contents());
    saga = new SagaPlanner(workflows, values, stores.compensations());
    costs = new CostBook(pool, stores.costs());
    states = states();
  }

  private OutboxRelay relay() {
    return new OutboxRelay(
        node.vertx(),
        pool,
        stores.outbox(),
        new UsageReport(pool, stores.jobs(), stores.contents(), stores.views()),
        node.events(),
        config.relay());
  }

  private TicketRelease release() {
    return new TicketRelease(
        node.vertx(),
        pool,
        new TurnOrder(config.tenant()),
        stores.turns(),
        new Tickets(node.tasks()),
        catalogue,
        config.sweep());
  }

  private StateManager states() {
    JobMeters meters = new JobMeters(node.meters());
    return new StateManager(
        pool,
        catalogue,
        stores,
        new ProgressEstimate(costs, library),
        saga::plan,
        accounting.bookkeeper()::book,
        // The housekeeping itself needs the states: it is there before the first change is.
        new Aftermath(bus, release, relay, meters, costs, () -> housekeeping.undo()));
  }

  /**
   * The components, with the housekeeping begun. A node alone takes over at once what the one
   * before it left under way.
   */
  public Orchestration wire() {
    ErrorHandler errors = new ErrorHandler(states, workflows, retries);
    WorkflowManager manager = new WorkflowManager(states, catalogue, workflows, values, errors);
    JobViews views = new JobViews(database, stores.views());
    WorkflowChoice choice = new WorkflowChoice(library, config.workflow());
    QuotaCheck quota = new QuotaCheck(bus);
    Deletions deletions =
        new Deletions(bus, database, new DeletionStore(), views, config.deletedLife());
    OwnedJobs owned = new OwnedJobs(states, views);
    Decisions decisions = new Decisions(owned, states, workflows, manager);
    housekeeping = housekeeping(errors, decisions, deletions);
    Orchestration wired =
        new Orchestration(
            views,
            new SegmentViews(database, stores.views(), stores.segments()),
            commands(choice, manager, views, quota),
            new JobControl(owned, workflows, manager, saga, quota),
            decisions,
            new NewPlan(owned, stores.jobs(), workflows, manager, decisions),
            new TaskScheduler(states, stores.contents(), stores.fits(), config.lease()),
            new SlotOffers(pool, release::wake),
            new ProgressTracker(
                pool, stores.leases(), states, config.lease(), config.progressPause()),
            manager,
            errors,
            calls,
            accounting,
            new TimeViews(database, new LoadStore(), choice, accounting, costs),
            deletions,
            housekeeping);
    if (!node.vertx().isClustered()) {
      housekeeping.takeOver(node);
    }
    relay.wake();
    return wired;
  }

  private JobCommands commands(
      WorkflowChoice choice, WorkflowManager manager, JobViews views, QuotaCheck quota) {
    return new JobCommands(
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
  }

  private Housekeeping housekeeping(ErrorHandler errors, Decisions decisions, Deletions deletions) {
    LostSteps lost = new LostSteps(states, workflows, retries, errors);
    return new Housekeeping(
        node.vertx(),
        config,
        relay,
        release,
        new LeaseSweeper(pool, stores.leases(), lost, decisions),
        new JobDeadlines(pool, stores.jobs(), states),
        new Compensator(bus, pool, catalogue, states, workflows, stores.compensations(), retries),
        new SecondCopies(pool, stores.stragglers(), states, catalogue, config.stragglers()),
        new FitCheck(pool, stores.fits(), states, release::wake),
        costs,
        deletions);
  }
}
