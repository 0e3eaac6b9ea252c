package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobState;
import java.util.Map;

/**
 * The answer to an order.
 *
 * @param queuePosition jobs ahead of it
 * @param metadata the caller's own notes
 */
record AcceptedVideo(
    String id, JobState state, int queuePosition, Map<String, String> metadata, Links links) {
  /** What the caller noted; absent when it noted nothing. */
  static Map<String, String> metadata(Job job) {
    return job.brief().metadata().isEmpty() ? null : job.brief().metadata();
  }

  static AcceptedVideo of(Job job) {
    return new AcceptedVideo(
        job.id(), job.state(), job.queuePosition(), metadata(job), Links.of(job.id()));
  }
}
