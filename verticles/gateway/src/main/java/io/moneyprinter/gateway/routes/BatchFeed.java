package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.batch.Batch;
import io.moneyprinter.codecs.batch.BatchMessages;
import io.moneyprinter.codecs.batch.BatchRow;
import io.moneyprinter.codecs.batch.BatchState;
import io.moneyprinter.codecs.batch.GetBatch;
import io.moneyprinter.codecs.batch.ListRows;
import io.moneyprinter.codecs.batch.RowList;
import io.moneyprinter.codecs.batch.RowState;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.gateway.http.Json;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one reader how a batch and those of its rows that are being made come along. What it tells
 * is how things stand, not what happened: events of the tenant's videos only say that it is worth
 * looking again, at most once in each beat, and the reader gets what is other than before. Of one
 * event loop.
 */
final class BatchFeed {
  private static final Logger LOG = LoggerFactory.getLogger(BatchFeed.class);

  /** Beats after which it looks again though it heard nothing. */
  private static final int QUIET_BEATS = 5;

  private static final List<RowState> UNDER_WAY =
      List.of(RowState.ORDERED, RowState.RUNNING, RowState.PAUSED);

  private final EventBus bus;
  private final CallContext caller;
  private final String id;
  private final HttpServerResponse response;
  private final Map<Integer, BatchRow> rows = new HashMap<>();

  private Batch batch;
  private int beats;
  private boolean stirred = true;
  private boolean looking;
  private boolean closed;

  /**
   * @param batch as the reader was found to be allowed to see it
   */
  BatchFeed(EventBus bus, CallContext caller, Batch batch, HttpServerResponse response) {
    this.bus = bus;
    this.caller = caller;
    this.id = batch.id();
    this.response = response;
    response.write("retry: 2000\n\n");
  }

  void hear(JobEvent event) {
    stirred |= event.tenant().equals(caller.tenant());
  }

  /** Looks how things stand if something may have changed. */
  void beat() {
    beats++;
    if (closed || looking || response.writeQueueFull()) {
      return;
    }
    if (!stirred && beats < QUIET_BEATS) {
      return;
    }
    stirred = false;
    beats = 0;
    looking = true;
    look()
        .onComplete(
            looked -> {
              looking = false;
              if (looked.failed()) {
                LOG.warn("Batch {} could not be read: {}", id, looked.cause().getMessage());
              } else if (!closed) {
                tell(looked.result());
              }
            });
  }

  private record Look(Batch batch, List<BatchRow> rows) {}

  /** The rows first: a batch is told to be finished only after its last row was. */
  private Future<Look> look() {
    return Future.all(UNDER_WAY.stream().map(state -> rows(0, ListRows.MOST, state)).toList())
        .map(all -> all.<RowList>list().stream().flatMap(list -> list.rows().stream()).toList())
        .compose(live -> ended(live).map(ended -> Stream.concat(live.stream(), ended.stream())))
        .compose(
            found ->
                BatchMessages.GET
                    .ask(bus, new GetBatch(id), caller)
                    .map(now -> new Look(now, found.toList())));
  }

  private Future<RowList> rows(int after, int limit, RowState state) {
    return BatchMessages.ROWS.ask(bus, new ListRows(id, after, limit, state), caller);
  }

  /** Rows that were under way when they were looked at last and are no more. */
  private Future<List<BatchRow>> ended(List<BatchRow> live) {
    List<Integer> known = live.stream().map(BatchRow::number).toList();
    List<Future<RowList>> gone =
        rows.keySet().stream()
            .filter(number -> !known.contains(number))
            .map(number -> rows(number - 1, 1, null))
            .toList();
    return Future.all(gone)
        .map(all -> all.<RowList>list().stream().flatMap(list -> list.rows().stream()).toList());
  }

  private void tell(Look look) {
    for (BatchRow row : look.rows()) {
      if (!row.equals(rows.get(row.number()))) {
        write("row", RowPage.RowView.of(row));
      }
      if (UNDER_WAY.contains(row.state())) {
        rows.put(row.number(), row);
      } else {
        rows.remove(row.number());
      }
    }
    if (look.batch().equals(batch)) {
      response.write(": alive\n\n");
    } else {
      batch = look.batch();
      write("batch", BatchView.of(batch));
    }
    if (batch.state() == BatchState.FINISHED) {
      close();
    }
  }

  private void write(String event, Record data) {
    response.write("event: " + event + "\ndata: " + Json.line(data) + "\n\n");
  }

  /** Ends the stream; its reader comes back if there is more to come. */
  void close() {
    if (!closed) {
      closed = true;
      response.end();
    }
  }

  /** The reader has gone. */
  void forget() {
    closed = true;
  }
}
