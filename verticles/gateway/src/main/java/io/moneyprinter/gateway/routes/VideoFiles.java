package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.List;

/** The stored files that a video consists of. */
final class VideoFiles {
  private final EventBus bus;

  VideoFiles(EventBus bus) {
    this.bus = bus;
  }

  /** The video with the id; {@code NOT_FOUND} when there is none, or it has no files yet. */
  Future<Job> of(String id, CallContext caller) {
    if (!Query.isId(id)) {
      throw ServiceFailure.notFound("There is no video with this id");
    }
    return OrchestrationMessages.GET_JOB
        .ask(bus, new GetJob(id), caller)
        .map(
            job -> {
              if (job.result() == null || job.result().files().isEmpty()) {
                throw ServiceFailure.notFound("This video has no files yet");
              }
              return job;
            });
  }

  static List<String> keys(Job job) {
    return job.result().files().stream().map(file -> file.blob().key()).distinct().toList();
  }
}
