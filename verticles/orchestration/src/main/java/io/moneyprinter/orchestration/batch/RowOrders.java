package io.moneyprinter.orchestration.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.CostCaps;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobFailure;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.ResumeJob;
import io.moneyprinter.codecs.video.VideoBrief;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Orders rows at the same desk as single videos are. */
final class RowOrders {
  private static final int MOST_FAULTS = 5;

  private final EventBus bus;
  private final FeedStore store;

  RowOrders(EventBus bus, FeedStore store) {
    this.bus = bus;
    this.store = store;
  }

  /**
   * Orders rows at the same time. A row that is refused for good is done with; why another could
   * not be ordered now is the answer, and it goes on waiting.
   */
  Future<Optional<String>> order(FedBatch batch, List<FeedStore.Waiting> rows) {
    return store
        .base(batch)
        .compose(
            base -> {
              JsonNode whole = tree(base);
              List<Future<Optional<String>>> orders =
                  rows.stream().map(row -> order(batch, whole, row)).toList();
              return Future.all(orders)
                  .map(
                      all ->
                          orders.stream()
                              .map(Future::result)
                              .flatMap(Optional::stream)
                              .filter(Objects::nonNull)
                              .findFirst());
            });
  }

  private Future<Optional<String>> order(FedBatch batch, JsonNode base, FeedStore.Waiting row) {
    return ask(batch, base, row)
        .compose(
            job ->
                store
                    .ordered(batch, row.number(), UUID.fromString(job.id()))
                    .map(Optional.<String>empty()),
            cause -> refused(batch, row, ServiceFailure.from(cause)));
  }

  private Future<Job> ask(FedBatch batch, JsonNode base, FeedStore.Waiting row) {
    if (row.jobId() != null) {
      return OrchestrationMessages.RESUME_JOB.ask(
          bus, new ResumeJob(row.jobId().toString()), batch.caller());
    }
    VideoBrief brief;
    try {
      JsonNode variant = row.variant() == null ? null : tree(row.variant());
      brief = RowBinder.OF_TEXT.bind(base, tree(row.patch()), variant, row.seed());
    } catch (ServiceFailure noBrief) {
      return Future.failedFuture(noBrief);
    }
    return OrchestrationMessages.CREATE_JOB.ask(
        bus, new CreateJob(brief, batch.key(row.number()), batch.priority()), batch.caller());
  }

  private Future<Optional<String>> refused(
      FedBatch batch, FeedStore.Waiting row, ServiceFailure failure) {
    Optional<String> hindrance = Optional.of("Row " + row.number() + ": " + failure.getMessage());
    if (failure.code() == FailureCode.INTERNAL) {
      // It may be the node that stops or the row that is too much for us: not for ever.
      return store
          .tried(batch, row.number())
          .compose(
              times ->
                  times < MOST_FAULTS
                      ? Future.succeededFuture(hindrance)
                      : givenUp(batch, row, failure));
    }
    return mayPass(failure, row) ? Future.succeededFuture(hindrance) : givenUp(batch, row, failure);
  }

  private Future<Optional<String>> givenUp(
      FedBatch batch, FeedStore.Waiting row, ServiceFailure failure) {
    return store
        .refused(
            batch,
            row.number(),
            new JobFailure(
                failure.code(), RowCheck.STEP, failure.getMessage(), failure.violations()))
        .map(Optional.<String>empty());
  }

  /** A job that is to go on may still be undoing what it did, which it says by CONFLICT. */
  private static boolean mayPass(ServiceFailure failure, FeedStore.Waiting row) {
    return switch (failure.code()) {
      case UNAVAILABLE, TIMEOUT, RESOURCE -> true;
      case QUOTA -> !CostCaps.tooDear(failure);
      default -> failure.code() == FailureCode.CONFLICT && row.jobId() != null;
    };
  }

  private static JsonNode tree(String json) {
    try {
      return RecordJson.wire().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored row does not read", e);
    }
  }
}
