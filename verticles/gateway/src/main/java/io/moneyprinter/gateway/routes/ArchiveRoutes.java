package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobQuery;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.ListJobs;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.gateway.archive.ZipAnswer;
import io.moneyprinter.gateway.archive.ZipMember;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Hands out the files of one video, or of several, as one ZIP. */
public final class ArchiveRoutes {
  static final String FILE = "files.zip";

  private static final int MOST_NAMED = 50;
  private static final int MOST_OF_A_BATCH = 1000;
  private static final int PAGE = 100;

  private final EventBus bus;
  private final VideoFiles videos;
  private final ZipAnswer answer;

  public ArchiveRoutes(EventBus bus, ZipAnswer answer) {
    this.bus = bus;
    this.videos = new VideoFiles(bus);
    this.answer = answer;
  }

  public void mount(Api api) {
    api.get("/v1/videos/:id/" + FILE, Scope.VIDEOS_READ, this::one);
    api.get("/v1/videos.zip", Scope.VIDEOS_READ, this::several);
  }

  private Future<?> one(RoutingContext ctx) {
    Set<FileKind> kinds = FileKind.read(ctx);
    return videos
        .of(Query.id(ctx), Exchange.call(ctx))
        .compose(
            job -> send(ctx, answer, job, kinds, DownloadName.of(job.result().title(), ".zip")));
  }

  /** All of a video's files, under a name that the ZIP is saved under. */
  static Future<Void> send(
      RoutingContext ctx, ZipAnswer answer, Job job, Set<FileKind> kinds, String name) {
    return send(ctx, answer, List.of(job), kinds, name);
  }

  private static Future<Void> send(
      RoutingContext ctx, ZipAnswer answer, List<Job> jobs, Set<FileKind> kinds, String name) {
    List<ZipMember> members = ArchiveContent.of(jobs, kinds);
    if (members.isEmpty()) {
      throw ServiceFailure.notFound("There are no such files");
    }
    return answer.send(ctx, members, "attachment" + DownloadName.parameters(name));
  }

  private Future<?> several(RoutingContext ctx) {
    Set<FileKind> kinds = FileKind.read(ctx);
    String batch = Query.text(ctx, "batch").orElse(null);
    String ids = Query.text(ctx, "ids").orElse(null);
    if ((batch == null) == (ids == null)) {
      throw Query.wrong("ids", "or batch has to be there, and not both: which videos are wanted");
    }
    Future<List<Job>> jobs = batch == null ? named(ctx, ids) : ofBatch(ctx, batch);
    return jobs.compose(found -> send(ctx, answer, found, kinds, "videos.zip"));
  }

  private Future<List<Job>> named(RoutingContext ctx, String text) {
    List<String> ids = Arrays.stream(text.split(",", -1)).map(String::strip).distinct().toList();
    if (ids.size() > MOST_NAMED) {
      throw Query.wrong("ids", "takes at most " + MOST_NAMED + " videos; ask for the others after");
    }
    return Future.all(ids.stream().map(id -> videos.of(id, Exchange.call(ctx))).toList())
        .map(all -> all.<Job>list());
  }

  private Future<List<Job>> ofBatch(RoutingContext ctx, String batch) {
    if (!Query.isId(batch)) {
      throw Query.wrong("batch", "must be the id of a batch");
    }
    JobQuery query = new JobQuery(null, null, null, null, null, batch, null, null);
    return page(ctx, query, null, new ArrayList<>());
  }

  private Future<List<Job>> page(RoutingContext ctx, JobQuery query, String after, List<Job> jobs) {
    return OrchestrationMessages.LIST_JOBS
        .ask(bus, new ListJobs(after, PAGE, JobState.COMPLETED, query), Exchange.call(ctx))
        .compose(
            found -> {
              jobs.addAll(found.jobs());
              if (jobs.size() > MOST_OF_A_BATCH) {
                throw Query.wrong(
                    "batch",
                    "has more than "
                        + MOST_OF_A_BATCH
                        + " finished videos: fetch them in parts, by ids");
              }
              return found.more()
                  ? page(ctx, query, jobs.get(jobs.size() - 1).id(), jobs)
                  : Future.succeededFuture(jobs);
            });
  }
}
