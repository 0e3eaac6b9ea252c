package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.JobState;

/**
 * The answer to an order.
 *
 * @param queuePosition jobs ahead of it
 */
record AcceptedVideo(String id, JobState state, int queuePosition, Links links) {
  static AcceptedVideo of(Job job) {
    return new AcceptedVideo(job.id(), job.state(), job.queuePosition(), Links.of(job.id()));
  }
}
