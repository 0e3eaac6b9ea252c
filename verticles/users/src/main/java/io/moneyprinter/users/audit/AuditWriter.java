package io.moneyprinter.users.audit;

import io.moneyprinter.codecs.audit.AuditReceipt;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Appends what comes in, many records to a transaction when many come at once. Of one event loop.
 */
final class AuditWriter {
  private static final int MOST_AT_ONCE = 200;
  private static final int MOST_WAITING = 20_000;
  private static final Pattern ACTION = Pattern.compile("[a-z0-9-]{1,40}\\.[a-z0-9-]{1,40}");

  private record Waiting(RecordAudit action, String correlationId, Promise<AuditReceipt> done) {}

  private final AuditStore store;
  private final AuditKeys keys;
  private final AuditChain chain;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private boolean writing;

  AuditWriter(AuditStore store, AuditKeys keys) {
    this.store = store;
    this.keys = keys;
    this.chain = new AuditChain(keys);
  }

  /** Done when the record is on the database's disk. */
  Future<AuditReceipt> record(RecordAudit action) {
    if (!ACTION.matcher(action.action()).matches()) {
      return Future.failedFuture(
          ServiceFailure.invalid(
              "/action",
              "An action is called thing.verb in lower case, such as key.revoke, not '"
                  + action.action()
                  + "'"));
    }
    if (waiting.size() >= MOST_WAITING) {
      return Future.failedFuture(
          ServiceFailure.unavailable("The audit log is behind with " + MOST_WAITING + " records"));
    }
    CallContext call = CallContext.currentOrSystem();
    RecordAudit named =
        action.by(
            action.tenant() == null ? call.tenant() : action.tenant(),
            action.actor() == null ? call.subject() : action.actor());
    Promise<AuditReceipt> done = Promise.promise();
    waiting.add(new Waiting(named, call.correlationId(), done));
    write();
    return done.future();
  }

  private void write() {
    if (writing || waiting.isEmpty()) {
      return;
    }
    writing = true;
    List<Waiting> batch = new ArrayList<>();
    while (batch.size() < MOST_AT_ONCE && !waiting.isEmpty()) {
      batch.add(waiting.poll());
    }
    List<String> ids = batch.stream().map(w -> w.action().id()).toList();
    store
        .append(ids, (head, at, known) -> follow(batch, head, at, known), keys)
        .onComplete(
            kept -> {
              writing = false;
              for (Waiting one : batch) {
                if (kept.succeeded()) {
                  one.done().complete(kept.result().get(one.action().id()));
                } else {
                  one.done().fail(kept.cause());
                }
              }
              write();
            });
  }

  private List<SealedEntry> follow(
      List<Waiting> batch, AuditStore.Head head, Instant at, Map<String, AuditReceipt> known) {
    List<SealedEntry> entries = new ArrayList<>();
    Set<String> taken = new HashSet<>(known.keySet());
    long sequence = head.sequence();
    byte[] previous = head.hash();
    for (Waiting one : batch) {
      if (taken.add(one.action().id())) {
        SealedEntry next = chain.seal(one.action(), one.correlationId(), ++sequence, at, previous);
        previous = SealedEntry.bytes(next.entry().hash());
        entries.add(next);
      }
    }
    return entries;
  }
}
