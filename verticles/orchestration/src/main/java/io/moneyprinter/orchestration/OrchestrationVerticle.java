package io.moneyprinter.orchestration;

import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.orchestration.CostMessages;
import io.moneyprinter.codecs.orchestration.ExplorerMessages;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.WorkflowMessages;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.orchestration.batch.Batches;
import io.moneyprinter.orchestration.explore.JobExplorer;
import io.moneyprinter.orchestration.farewell.Farewell;
import io.moneyprinter.orchestration.ledger.PriceFile;
import io.moneyprinter.orchestration.ledger.Prices;
import io.moneyprinter.orchestration.run.NamedFiles;
import io.moneyprinter.orchestration.run.Orchestration;
import io.moneyprinter.orchestration.run.OrchestrationWiring;
import io.moneyprinter.orchestration.run.WorkflowChoice;
import io.moneyprinter.orchestration.run.WorkflowDesk;
import io.moneyprinter.orchestration.schedule.Schedules;
import io.moneyprinter.orchestration.state.CompletedStore;
import io.moneyprinter.orchestration.state.WorkStore;
import io.moneyprinter.orchestration.storyboard.Storyboards;
import io.moneyprinter.orchestration.workflow.WorkflowLibrary;
import io.moneyprinter.orchestration.workflow.WorkflowReader;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.departures.DepartureLog;
import io.moneyprinter.platform.flags.Flags;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.InstantSource;

/** Carries jobs through their workflow: durable steps, leases, retries, resume, cancel. */
public final class OrchestrationVerticle extends ServiceVerticle {
  private final OrchestrationConfig config;
  private final InstantSource clock;
  private final MessageCatalogue catalogue = MessageCatalogue.all();

  public OrchestrationVerticle(OrchestrationConfig config, Node node) {
    this(config, node, InstantSource.system());
  }

  /**
   * @param clock says when what is scheduled is due
   */
  OrchestrationVerticle(OrchestrationConfig config, Node node, InstantSource clock) {
    super("orchestration", node);
    this.config = config;
    this.clock = clock;
  }

  /** What is read from files before the service opens. */
  private record Documents(WorkflowLibrary library, Prices prices) {}

  private Documents read() {
    return new Documents(
        WorkflowLibrary.open(
            new WorkflowReader(catalogue),
            config.workflows().map(Path::of),
            config.workflow(),
            WorkflowChoice.TIMELINE),
        PriceFile.read(config.costs().prices().map(Path::of)));
  }

  @Override
  protected Future<?> open(ServiceScope scope) {
    Future<Documents> read = scope.vertx().executeBlocking(this::read);
    Future<Database> database = scope.database();
    return Future.join(read, database)
        .map(
            ready -> {
              serve(scope, read.result(), database.result());
              return null;
            });
  }

  private void serve(ServiceScope scope, Documents documents, Database database) {
    Orchestration parts =
        new OrchestrationWiring(
                config,
                catalogue,
                documents.library(),
                documents.prices(),
                database,
                scope.node(),
                Flags.follow(scope))
            .wire();
    scope.onClose(parts::close);
    serve(scope, parts);
    explore(scope, database, documents.library());
    new Storyboards(database, scope.vertx().eventBus(), parts).serve(scope);
    describe(scope, documents.library());
    serveMany(scope, database);
    DepartureLog.follow(
        scope, database, new Farewell(scope.bus(), database, config.deletedLife())::forget);
    scope.serve(StorageMessages.NAMED_BY_JOBS, new NamedFiles(database)::find);
  }

  /** What orders jobs by itself: rows of batches, and what is due. */
  private void serveMany(ServiceScope scope, Database database) {
    scope.serve(OrchestrationMessages.COMPLETED_JOBS, new CompletedStore(database)::since);
    Batches batches = new Batches(config.batch(), database, scope.vertx());
    scope.onClose(batches::close);
    batches.serve(scope);
    Schedules schedules =
        new Schedules(config.schedule(), database, scope.vertx(), clock, batches.desk()::check);
    scope.onClose(schedules::close);
    schedules.serve(scope);
  }

  /** What operators see of all tenants' jobs. */
  private void explore(ServiceScope scope, Database database, WorkflowLibrary library) {
    JobExplorer explorer = new JobExplorer(database, library, catalogue);
    scope.serve(ExplorerMessages.EXPLORE_JOBS, explorer::list);
    scope.serve(ExplorerMessages.INSPECT_JOB, explorer::inspect);
    scope.serve(ExplorerMessages.SHOW_WORK, new WorkStore(database)::show);
  }

  /** What users see of the workflows. */
  private void describe(ServiceScope scope, WorkflowLibrary library) {
    WorkflowDesk desk =
        new WorkflowDesk(
            scope.vertx(),
            library,
            new WorkflowReader(catalogue),
            new WorkflowChoice(library, config.workflow()));
    scope.serve(WorkflowMessages.LIST, desk::list);
    scope.serve(WorkflowMessages.GET, desk::get);
    scope.serve(WorkflowMessages.CHECK, desk::check);
  }

  private static void serve(ServiceScope scope, Orchestration parts) {
    scope.serve(OrchestrationMessages.CREATE_JOB, parts.commands()::create);
    scope.serve(OrchestrationMessages.GET_JOB, parts.views()::get);
    scope.serve(OrchestrationMessages.LIST_JOBS, parts.views()::list);
    scope.serve(OrchestrationMessages.JOB_SEGMENTS, parts.segments()::show);
    scope.serve(OrchestrationMessages.CANCEL_JOB, parts.control()::cancel);
    scope.serve(OrchestrationMessages.RESUME_JOB, parts.control()::resume);
    scope.serve(OrchestrationMessages.PAUSE_JOB, parts.control()::pause);
    scope.serve(OrchestrationMessages.RETRY_JOB, parts.control()::retry);
    scope.serve(OrchestrationMessages.RERUN_JOB, parts.commands()::rerun);
    scope.serve(OrchestrationMessages.DECIDE_STEP, parts.decisions()::decide);
    scope.serve(OrchestrationMessages.SET_PRIORITY, parts.control()::prioritize);
    scope.serve(OrchestrationMessages.DELETE_JOB, parts.deletions()::delete);
    scope.serve(OrchestrationMessages.CLAIM_STEP, parts.scheduler()::claim);
    scope.serve(OrchestrationMessages.HEARTBEAT, parts.progress()::beat);
    scope.serve(OrchestrationMessages.COMPLETE_STEP, parts.manager()::complete);
    scope.serve(OrchestrationMessages.FAIL_STEP, parts.errors()::fail);
    scope.serve(OrchestrationMessages.OFFER_SLOTS, parts.offers()::note);
    scope.serve(CostMessages.RECALL_CALL, parts.calls()::recall);
    scope.serve(CostMessages.KEEP_CALL, parts.calls()::keep);
    scope.serve(CostMessages.DROP_CALL, parts.calls()::drop);
    scope.serve(CostMessages.ALLOW_CALL, parts.accounting().direct()::allow);
    scope.serve(CostMessages.BOOK_CALL, parts.accounting().direct()::book);
    scope.serve(CostMessages.ESTIMATE, parts.accounting().views()::estimate);
    scope.serve(OrchestrationMessages.ESTIMATE_TIME, parts.times()::estimate);
    scope.serve(CostMessages.JOB_COSTS, parts.accounting().views()::job);
    scope.serve(CostMessages.DAY_COSTS, parts.accounting().views()::day);
    scope.serve(CostMessages.SPAN_COSTS, parts.accounting().views()::span);
    scope.serve(CostMessages.SET_BUDGET, parts.accounting().views()::budget);
  }
}
