package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Candidate;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sources of one job. One that fails is passed over and, when nothing else is to be expected of
 * it, not asked again for this job; what happened is kept for the job's owner. Safe to use from any
 * thread.
 */
final class SourceRoll {
  private static final Logger LOG = LoggerFactory.getLogger(SourceRoll.class);

  /** Failures in a row after which a source is given up. */
  private static final int STRIKES = 2;

  private final List<MaterialSource> sources;
  private final Duration timeout;
  private final Map<String, Integer> strikes = new LinkedHashMap<>();
  private final Map<String, String> troubles = new LinkedHashMap<>();

  /**
   * @param sources in the order in which they are liked
   * @param timeout for one search
   */
  SourceRoll(List<MaterialSource> sources, Duration timeout) {
    this.sources = List.copyOf(sources);
    this.timeout = timeout;
  }

  /** What all sources that are still asked offer; never fails. */
  Future<List<Candidate>> search(SourceQuery query) {
    List<Future<List<Candidate>>> asked =
        sources.stream()
            .filter(source -> !source.makes() && asks(source))
            .map(source -> search(source, query))
            .toList();
    return Future.all(asked)
        .map(
            all -> {
              List<Candidate> found = new ArrayList<>();
              asked.forEach(one -> found.addAll(one.result()));
              return found;
            });
  }

  private Future<List<Candidate>> search(MaterialSource source, SourceQuery query) {
    return source
        .search(query)
        .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(found -> answered(source))
        .recover(
            cause -> {
              failed(source.name(), told(source, cause));
              return Future.succeededFuture(List.of());
            });
  }

  private ServiceFailure told(MaterialSource source, Throwable cause) {
    return cause instanceof TimeoutException
        ? new ServiceFailure(
            FailureCode.TIMEOUT,
            "%s gave no answer within %.1f s (materials.sources.timeout)"
                .formatted(source.name(), timeout.toMillis() / 1000.0))
        : ServiceFailure.from(cause);
  }

  /** Brings a candidate of one of the sources. */
  Future<Fetched> fetch(
      Candidate candidate, Wanted wanted, io.moneyprinter.platform.tasks.TaskContext task) {
    for (MaterialSource source : sources) {
      if (source.name().equals(candidate.source())) {
        return source.fetch(candidate, wanted, task);
      }
    }
    return Future.failedFuture(new IllegalArgumentException("No source " + candidate.source()));
  }

  /** Whether it is still asked. */
  synchronized boolean asks(MaterialSource source) {
    return strikes.getOrDefault(source.name(), 0) < STRIKES;
  }

  /** Notes that it did what it was asked for: failures in between were of single scenes. */
  synchronized void answered(MaterialSource source) {
    strikes.computeIfPresent(source.name(), (name, count) -> count < STRIKES ? 0 : count);
  }

  /** Notes that it failed. */
  void failed(MaterialSource source, Throwable cause) {
    failed(source.name(), told(source, cause));
  }

  private synchronized void failed(String source, ServiceFailure failure) {
    strikes.merge(source, failure.code() == FailureCode.QUOTA ? STRIKES : 1, Integer::sum);
    troubles.putIfAbsent(source, failure.getMessage());
    LOG.info("Passed over {} for a scene: {}", source, failure.getMessage());
  }

  /** What went wrong, one sentence for each source it went wrong with. */
  synchronized List<String> notes() {
    List<String> notes = new ArrayList<>();
    troubles.forEach(
        (source, trouble) ->
            notes.add(
                source
                    + (strikes.get(source) >= STRIKES
                        ? " was left out: "
                        : " was passed over for a scene: ")
                    + trouble));
    return notes;
  }
}
