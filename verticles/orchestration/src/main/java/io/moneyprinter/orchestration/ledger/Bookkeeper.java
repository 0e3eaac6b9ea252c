package io.moneyprinter.orchestration.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostEntry;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.JobRow;
import io.moneyprinter.orchestration.state.JobStore;
import io.moneyprinter.orchestration.state.StepRow;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps the books with every change of a job, in the transaction of that change: sets money aside
 * for a new one, books own machines' work as results come, frees the rest at the end.
 */
public final class Bookkeeper {
  private final Ledger ledger;
  private final Reservations reservations;
  private final Estimator estimator;
  private final Prices prices;
  private final JobStore jobs;
  private final CostMeters meters;

  Bookkeeper(
      Ledger ledger,
      Reservations reservations,
      Estimator estimator,
      Prices prices,
      JobStore jobs,
      CostMeters meters) {
    this.ledger = ledger;
    this.reservations = reservations;
    this.estimator = estimator;
    this.prices = prices;
    this.jobs = jobs;
    this.meters = meters;
  }

  /** Fails with {@code QUOTA} where a cap forbids that the job begins or goes on. */
  public Future<Void> book(JobChange change) {
    List<Supplier<Future<Void>>> duties = new ArrayList<>();
    List<Posting> work = new ArrayList<>();
    for (JobEvent event : change.events()) {
      switch (event.type()) {
        case JOB_CREATED -> duties.add(() -> open(change));
        case JOB_RESUMED ->
            duties.add(
                () -> reservations.reopen(change.connection(), change.job().id(), today(change)));
        case STEP_DONE -> posting(change, event).ifPresent(work::add);
        case STEP_COMPENSATED ->
            duties.add(
                () ->
                    ledger.refund(
                        change.connection(), change.job().id(), event.step(), part(event)));
        default -> {}
      }
    }
    if (!work.isEmpty()) {
      duties.add(() -> book(change, work));
    }
    if (change.job().state().terminal()
        && change.events().stream().anyMatch(event -> ends(event.type()))) {
      duties.add(() -> reservations.close(change.connection(), change.job().id()));
    }
    Future<Void> done = Future.succeededFuture();
    for (Supplier<Future<Void>> duty : duties) {
      done = done.compose(before -> duty.get());
    }
    return done;
  }

  private static boolean ends(JobEvent.Type type) {
    return type == JobEvent.Type.JOB_COMPLETED
        || type == JobEvent.Type.JOB_FAILED
        || type == JobEvent.Type.JOB_CANCELLED;
  }

  private Future<Void> open(JobChange change) {
    JobRow job = change.job();
    return jobs.brief(change.connection(), job.id())
        .compose(
            json -> {
              VideoBrief brief = read(json, VideoBrief.class);
              Estimator.Estimate estimate = estimator.of(brief);
              Account account =
                  new Account(
                      job.id(),
                      job.tenant(),
                      today(change),
                      brief.budget() == null ? null : Money.micros(brief.budget()),
                      estimate.micros(),
                      estimate.micros(),
                      0,
                      true);
              return reservations.open(
                  change.connection(),
                  account,
                  CostJson.write(estimate.lines().stream().map(Priced::line).toList()));
            });
  }

  private Future<Void> book(JobChange change, List<Posting> work) {
    SqlConnection connection = change.connection();
    return ledger
        .book(connection, change.job().id(), null, work)
        .onSuccess(
            made -> connection.transaction().completion().onSuccess(durable -> meters.count(made)))
        .mapEmpty();
  }

  /** What a result says of own machines' work, where that has a price. */
  private Optional<Posting> posting(JobChange change, JobEvent event) {
    int part = part(event);
    return change.steps().stream()
        .filter(step -> step.place().name().equals(event.step()))
        .filter(step -> step.place().part() == part)
        .findFirst()
        .flatMap(
            step ->
                change
                    .newResult(event.step(), part)
                    .flatMap(result -> cost(step, result))
                    .map(prices::of)
                    .filter(priced -> priced.micros() > 0)
                    .map(
                        priced ->
                            new Posting(CostEntry.Kind.WORK, event.step(), part, priced, null, 0)));
  }

  /** Processor time is how long the render took, times the cores that the workflow gives it. */
  private static Optional<Cost> cost(StepRow step, String result) {
    String address = step.place().address();
    if (address.equals(VideoMessages.RENDER_SEGMENT.address())) {
      RenderedSegment segment = read(result, RenderedSegment.class);
      Double cores = step.place().needs().cpu();
      return segment.reused()
          ? Optional.empty()
          : cost(CostUnit.CPU_SECONDS, segment.seconds() * (cores == null ? 1 : cores));
    }
    if (address.equals(VideoMessages.PUBLISH.address())) {
      return cost(
          CostUnit.BYTES,
          read(result, Publication.class).files().stream()
              .mapToDouble(file -> file.blob().size())
              .sum());
    }
    return Optional.empty();
  }

  private static Optional<Cost> cost(CostUnit unit, double quantity) {
    return quantity > 0 ? Optional.of(new Cost(Estimator.LOCAL, unit, quantity)) : Optional.empty();
  }

  private static int part(JobEvent event) {
    return event.part() == null ? 0 : event.part();
  }

  private static LocalDate today(JobChange change) {
    return LocalDate.ofInstant(change.now(), ZoneOffset.UTC);
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return RecordJson.wire().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored " + type.getSimpleName() + " does not read", e);
    }
  }
}
