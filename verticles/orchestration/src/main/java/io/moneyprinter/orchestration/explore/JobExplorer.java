package io.moneyprinter.orchestration.explore;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Task;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.ExploreJobs;
import io.moneyprinter.codecs.orchestration.GraphStep;
import io.moneyprinter.codecs.orchestration.InspectJob;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.orchestration.JobGraph;
import io.moneyprinter.codecs.orchestration.JobLineList;
import io.moneyprinter.codecs.orchestration.StepView;
import io.moneyprinter.orchestration.state.ExploreStore;
import io.moneyprinter.orchestration.state.GraphStore;
import io.moneyprinter.orchestration.state.Ids;
import io.moneyprinter.orchestration.state.JobStore;
import io.moneyprinter.orchestration.state.ViewStore;
import io.moneyprinter.orchestration.workflow.Workflow;
import io.moneyprinter.orchestration.workflow.WorkflowLibrary;
import io.moneyprinter.orchestration.workflow.WorkflowStep;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Shows operators the jobs of all tenants, and the graph of each. */
public final class JobExplorer {
  private final Pool pool;
  private final WorkflowLibrary library;
  private final MessageCatalogue catalogue;
  private final ExploreStore lines = new ExploreStore();
  private final GraphStore graphs = new GraphStore();
  private final ViewStore views = new ViewStore();
  private final JobStore jobs = new JobStore();

  public JobExplorer(Database database, WorkflowLibrary library, MessageCatalogue catalogue) {
    this.pool = database.writer();
    this.library = library;
    this.catalogue = catalogue;
  }

  /** Newest first; {@code INVALID} when the last job seen is not the id of one. */
  public Future<JobLineList> list(ExploreJobs wish) {
    UUID after = Ids.after(wish.after(), "a job");
    return lines
        .page(pool, wish, after)
        .map(
            found ->
                new JobLineList(
                    found.stream().limit(wish.limit()).map(ExploreStore.Found::line).toList(),
                    found.size() > wish.limit()));
  }

  /** The graph of a job; {@code NOT_FOUND} when there is none of that id. */
  public Future<JobGraph> inspect(InspectJob wish) {
    ServiceFailure unknown =
        ServiceFailure.notFound("There is no job " + wish.jobId() + ": look it up in the list");
    return Ids.read(wish.jobId())
        .map(
            id -> lines.one(pool, id).compose(found -> graph(id, found.orElseThrow(() -> unknown))))
        .orElseGet(() -> Future.failedFuture(unknown));
  }

  private Future<JobGraph> graph(UUID id, ExploreStore.Found found) {
    Future<Map<String, GraphStore.Parts>> parts = graphs.parts(pool, id);
    Future<List<String>> events = graphs.events(pool, id);
    Future<Map<UUID, List<StepView>>> sums = views.steps(pool, List.of(id));
    Future<Map<String, List<String>>> dependencies = dependencies(found.workflowHash());
    return Future.all(parts, events, sums, dependencies)
        .map(
            all ->
                new JobGraph(
                    found.line(),
                    found.correlationId(),
                    found.traceId(),
                    sums.result().getOrDefault(id, List.of()).stream()
                        .map(sum -> step(sum, parts.result(), dependencies.result()))
                        .toList(),
                    read(events.result())));
  }

  private GraphStep step(
      StepView sum, Map<String, GraphStore.Parts> all, Map<String, List<String>> dependencies) {
    GraphStore.Parts own = all.getOrDefault(sum.name(), new GraphStore.Parts(null, List.of()));
    Task<?, ?> task =
        own.address() == null
            ? null
            : catalogue
                .call(own.address())
                .map(call -> call instanceof Task<?, ?> found ? found : null)
                .orElse(null);
    return new GraphStep(
        sum.name(),
        dependencies.getOrDefault(sum.name(), List.of()),
        task == null ? null : task.address(),
        task == null ? null : task.queue(),
        sum.state(),
        sum.done(),
        sum.of(),
        sum.progress(),
        sum.attempts(),
        own.parts());
  }

  /** What each step comes after; nothing where the job began under rules this program lacks. */
  private Future<Map<String, List<String>>> dependencies(String hash) {
    Future<Workflow> workflow =
        library
            .known(hash)
            .map(Future::succeededFuture)
            .orElseGet(
                () -> jobs.workflowSource(pool, hash).map(source -> library.stored(hash, source)));
    return workflow
        .map(
            known ->
                known.steps().stream()
                    .collect(Collectors.toMap(WorkflowStep::name, WorkflowStep::dependsOn)))
        .recover(
            cause ->
                cause instanceof ServiceFailure
                    ? Future.succeededFuture(Map.of())
                    : Future.failedFuture(cause));
  }

  private static List<JobEvent> read(List<String> stored) {
    List<JobEvent> events = new ArrayList<>();
    for (String json : stored) {
      try {
        events.add(RecordJson.wire().readValue(json, JobEvent.class));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("A stored event does not read", e);
      }
    }
    return events;
  }
}
