package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.storage.Link;
import io.moneyprinter.gateway.http.Refusal;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.Optional;

/** The video that a link leads to a file of. A video that its owner deleted is shared no more. */
final class SharedVideo {
  private static final String SUBJECT = "video/";

  private final EventBus bus;

  SharedVideo(EventBus bus) {
    this.bus = bus;
  }

  /**
   * Empty for a file that is of no video, or of one that is forgotten; fails with 410 while it is
   * deleted.
   */
  Future<Optional<Job>> of(Link link) {
    String[] parts = link.subject() == null ? new String[0] : link.subject().split("/");
    if (parts.length < 2 || !link.subject().startsWith(SUBJECT)) {
      return Future.succeededFuture(Optional.empty());
    }
    return OrchestrationMessages.GET_JOB
        .ask(bus, new GetJob(parts[1]), CallContext.system(link.tenant()))
        .map(SharedVideo::demandThere)
        .recover(
            cause ->
                ServiceFailure.from(cause).code() == FailureCode.NOT_FOUND
                    ? Future.succeededFuture(Optional.empty())
                    : Future.failedFuture(cause));
  }

  private static Optional<Job> demandThere(Job job) {
    if (job.deletedAt() != null) {
      throw new Refusal(410, "This video was deleted by whoever shared it");
    }
    return Optional.of(job);
  }
}
