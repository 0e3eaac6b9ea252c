package io.moneyprinter.launcher.batch;

import io.moneyprinter.codecs.batch.Batch;
import io.moneyprinter.codecs.batch.BatchMessages;
import io.moneyprinter.codecs.batch.BatchRow;
import io.moneyprinter.codecs.batch.BatchState;
import io.moneyprinter.codecs.batch.GetBatch;
import io.moneyprinter.codecs.batch.ListRows;
import io.moneyprinter.codecs.batch.RowList;
import io.moneyprinter.codecs.batch.RowState;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.video.Publication;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Watches a batch until all its rows are at an end. Waits on the thread that calls. */
public final class BatchFollower {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final long ANSWER_SECONDS = 60;

  private final EventBus bus;
  private final CallContext caller;
  private final BatchResults results;
  private final BatchProgress progress;
  private final Set<Integer> told = new HashSet<>();

  public BatchFollower(
      EventBus bus, CallContext caller, BatchResults results, BatchProgress progress) {
    this.bus = bus;
    this.caller = caller;
    this.results = results;
    this.progress = progress;
  }

  /** Lays out what is finished as it comes, and answers with the batch at its end. */
  public Batch follow(String id) throws TimeoutException, InterruptedException {
    int ended = 0;
    while (true) {
      Batch batch = answer(BatchMessages.GET.ask(bus, new GetBatch(id), caller));
      int now = batch.rows() - batch.counts().waiting() - batch.counts().open();
      if (now != ended) {
        tell(id, RowState.DONE);
        ended = now;
      }
      progress.show(batch);
      if (batch.state() != BatchState.RUNNING) {
        progress.clear();
        tell(id, RowState.FAILED);
        tell(id, RowState.INVALID);
        tell(id, RowState.CANCELLED);
        return batch;
      }
      Thread.sleep(LOOK_AGAIN.toMillis());
    }
  }

  private void tell(String id, RowState state) throws TimeoutException {
    int after = 0;
    boolean more = true;
    while (more) {
      RowList page =
          answer(
              BatchMessages.ROWS.ask(bus, new ListRows(id, after, ListRows.MOST, state), caller));
      for (BatchRow row : page.rows()) {
        after = row.number();
        if (told.add(row.number())) {
          tell(row);
        }
      }
      more = page.more();
    }
  }

  private void tell(BatchRow row) throws TimeoutException {
    if (row.state() == RowState.DONE) {
      Publication result =
          answer(OrchestrationMessages.GET_JOB.ask(bus, new GetJob(row.jobId()), caller)).result();
      progress.done(row, results.fill(row, result), result);
    } else {
      progress.bad(row);
    }
  }

  private static <T> T answer(Future<T> future) throws TimeoutException {
    return future.await(ANSWER_SECONDS, TimeUnit.SECONDS);
  }
}
