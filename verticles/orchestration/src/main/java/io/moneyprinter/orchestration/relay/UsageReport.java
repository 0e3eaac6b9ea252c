package io.moneyprinter.orchestration.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.analytics.JobUsage;
import io.moneyprinter.codecs.analytics.StepUsage;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.JobFailure;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.orchestration.StepView;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.speech.Synthesize;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.orchestration.state.ContentStore;
import io.moneyprinter.orchestration.state.JobRow;
import io.moneyprinter.orchestration.state.JobStore;
import io.moneyprinter.orchestration.state.StepContent;
import io.moneyprinter.orchestration.state.ViewStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Adds up what a job used, from what its steps were asked and answered. */
public final class UsageReport {
  private static final double MILLIS = 1000;

  private final Pool pool;
  private final JobStore jobs;
  private final ContentStore contents;
  private final ViewStore views;

  public UsageReport(Pool pool, JobStore jobs, ContentStore contents, ViewStore views) {
    this.pool = pool;
    this.jobs = jobs;
    this.contents = contents;
    this.views = views;
  }

  /** Empty when the job was started again since. */
  public Future<Optional<JobUsage>> of(UUID jobId) {
    return jobs.read(pool, jobId)
        .compose(
            job ->
                job.isEmpty() || job.get().finishedAt() == null
                    ? Future.succeededFuture(Optional.empty())
                    : contents
                        .done(
                            pool,
                            jobId,
                            List.of(
                                ContentMessages.WRITE_SCRIPT.address(),
                                SpeechMessages.SYNTHESIZE.address(),
                                VideoMessages.RENDER_SEGMENT.address(),
                                VideoMessages.PUBLISH.address()))
                        .compose(
                            contents ->
                                views
                                    .steps(pool, List.of(jobId))
                                    .map(
                                        steps ->
                                            Optional.of(
                                                usage(
                                                    job.get(),
                                                    contents,
                                                    steps.getOrDefault(jobId, List.of()))))));
  }

  private static JobUsage usage(JobRow job, List<StepContent> contents, List<StepView> steps) {
    Optional<JobFailure> failure =
        Optional.ofNullable(job.failure()).map(json -> read(json, JobFailure.class));
    List<RenderedSegment> segments =
        results(contents, VideoMessages.RENDER_SEGMENT.address(), RenderedSegment.class).toList();
    return new JobUsage(
        job.id().toString(),
        job.tenant(),
        job.state(),
        job.finishedAt(),
        sum(
            results(contents, VideoMessages.PUBLISH.address(), Publication.class),
            Publication::seconds),
        Duration.between(job.createdAt(), job.finishedAt()).toMillis() / MILLIS,
        sum(segments.stream().filter(segment -> !segment.reused()), RenderedSegment::seconds),
        segments.size(),
        (int) segments.stream().filter(RenderedSegment::reused).count(),
        characters(contents),
        (int)
            sum(
                results(contents, ContentMessages.WRITE_SCRIPT.address(), Script.class),
                Script::tokens),
        failure.map(JobFailure::step).orElse(null),
        failure.map(why -> why.code().name()).orElse(null),
        steps.stream().map(UsageReport::step).toList());
  }

  private static StepUsage step(StepView step) {
    boolean done = step.startedAt() != null && step.finishedAt() != null;
    return new StepUsage(
        step.name(),
        step.state(),
        step.startedAt() != null || step.state() == StepState.FAILED || step.state().settled(),
        done ? Duration.between(step.startedAt(), step.finishedAt()).toMillis() / MILLIS : null,
        step.attempts());
  }

  private static int characters(List<StepContent> contents) {
    return contents.stream()
        .filter(content -> content.address().equals(SpeechMessages.SYNTHESIZE.address()))
        .map(content -> read(content.request(), Synthesize.class).text())
        .mapToInt(text -> text.codePointCount(0, text.length()))
        .sum();
  }

  private static <T> double sum(Stream<T> items, ToDoubleFunction<T> amount) {
    return items.mapToDouble(amount).sum();
  }

  private static <T> Stream<T> results(List<StepContent> contents, String address, Class<T> type) {
    return contents.stream()
        .filter(content -> content.address().equals(address))
        .map(content -> read(content.result(), type));
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return RecordJson.wire().readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored " + type.getSimpleName() + " does not read", e);
    }
  }
}
