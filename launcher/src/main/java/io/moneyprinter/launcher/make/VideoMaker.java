package io.moneyprinter.launcher.make;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.ImportFolder;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.orchestration.CostMessages;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobState;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.ResumeJob;
import io.moneyprinter.codecs.orchestration.SetBudget;
import io.moneyprinter.codecs.video.MaterialsBrief;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.platform.digest.Sha256;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * Orders one video from this node. The same brief again, its budget aside, means the same job: one
 * that was cut short goes on, one that is finished is handed out again.
 */
public final class VideoMaker {
  private final EventBus bus;
  private final CallContext caller;

  public VideoMaker(EventBus bus, CallContext caller) {
    this.bus = bus;
    this.caller = caller;
  }

  /**
   * Makes or finds the job.
   *
   * @param fresh a new job even when there is an equal one
   */
  public Future<Job> order(BriefFile.Content content, boolean fresh) {
    return importFolder(content.folder(), content.brief().materials())
        .map(
            materials ->
                materials
                    .map(found -> content.brief().but().materials(found).build())
                    .orElse(content.brief()))
        .compose(
            brief ->
                OrchestrationMessages.CREATE_JOB
                    .ask(bus, new CreateJob(brief, key(brief, fresh)), caller)
                    .compose(job -> goOn(job, brief.budget())));
  }

  /** What it may cost is said anew: a job that used up its budget goes on with a larger one. */
  private Future<Job> goOn(Job job, Double budget) {
    if (!job.replayed() || job.state() == JobState.COMPLETED) {
      return Future.succeededFuture(job);
    }
    boolean stopped = job.state() == JobState.FAILED || job.state() == JobState.CANCELLED;
    return CostMessages.SET_BUDGET
        .ask(bus, new SetBudget(job.id(), budget), caller)
        .compose(
            set ->
                stopped
                    ? OrchestrationMessages.RESUME_JOB
                        .ask(bus, new ResumeJob(job.id()), caller)
                        .map(Job::asReplay)
                    : Future.succeededFuture(job));
  }

  private Future<Optional<MaterialsBrief>> importFolder(
      Optional<Path> folder, MaterialsBrief materials) {
    if (folder.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    return MaterialsMessages.IMPORT_FOLDER
        .ask(bus, new ImportFolder(folder.get().toString()), caller)
        .map(collection -> Optional.of(materials.with(collection.id())));
  }

  private static String key(VideoBrief brief, boolean fresh) {
    if (fresh) {
      return "make-" + UUID.randomUUID();
    }
    try {
      byte[] text =
          RecordJson.wire()
              .writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
              .writeValueAsBytes(brief.but().budget(null).build());
      return "make-" + Sha256.hex(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
