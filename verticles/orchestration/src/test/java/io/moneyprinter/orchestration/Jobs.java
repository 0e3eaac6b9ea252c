package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.codecs.orchestration.CancelJob;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.ResumeJob;
import io.vertx.core.Future;

/** What an owner asks about a job. */
final class Jobs {
  private Jobs() {}

  static Job get(Bench bench, String id, String tenant) {
    return answer(
        OrchestrationMessages.GET_JOB.ask(bench.bus(), new GetJob(id), Bench.tenant(tenant)));
  }

  static Future<Job> cancel(Bench bench, String id) {
    return OrchestrationMessages.CANCEL_JOB.ask(bench.bus(), new CancelJob(id));
  }

  static Future<Job> resume(Bench bench, String id) {
    return OrchestrationMessages.RESUME_JOB.ask(bench.bus(), new ResumeJob(id));
  }
}
