package io.moneyprinter.users.audit;

import io.moneyprinter.codecs.audit.AuditVerdict;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the whole log and names the first record that is not as it was written: changed, removed,
 * inserted, in another order, or cut off at the end. The end is known from the marked head and from
 * this node's own checkpoints.
 */
final class AuditVerifier {
  private static final int PAGE = 2_000;

  private final AuditStore store;
  private final AuditKeys keys;
  private final AuditChain chain;
  private final AuditCheckpoints checkpoints;
  private final WorkerPools pools;

  AuditVerifier(AuditStore store, AuditKeys keys, AuditCheckpoints checkpoints, WorkerPools pools) {
    this.store = store;
    this.keys = keys;
    this.chain = new AuditChain(keys);
    this.checkpoints = checkpoints;
    this.pools = pools;
  }

  /** How far the reading has come. */
  private record Progress(long sequence, byte[] hash, AuditVerdict verdict) {}

  /** What has to be found on the way: hashes by sequence. */
  private record Expected(AuditStore.Head head, Map<Long, String> hashes) {
    long last() {
      return hashes.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    }
  }

  Future<AuditVerdict> verify() {
    return store
        .head()
        .compose(head -> pools.run(Pool.CRYPTO, () -> expected(head)))
        .compose(
            expected ->
                read(new Progress(0, new byte[AuditHash.BYTES], null), expected)
                    .map(end -> end.verdict() == null ? atTheEnd(end, expected) : end.verdict()));
  }

  private Expected expected(AuditStore.Head head) throws java.io.IOException {
    Map<Long, String> hashes = new HashMap<>();
    List<AuditCheckpoints.Checkpoint> kept = checkpoints.read();
    for (AuditCheckpoints.Checkpoint checkpoint : kept) {
      byte[] hash = SealedEntry.bytes(checkpoint.hash());
      if (keys.right(AuditChain.CHECKPOINT, hash, checkpoint.mark())) {
        hashes.put(checkpoint.sequence(), checkpoint.hash());
      }
    }
    hashes.remove(0L);
    return new Expected(head, hashes);
  }

  private Future<Progress> read(Progress so, Expected expected) {
    return store
        .after(so.sequence(), PAGE)
        .compose(page -> pools.run(Pool.CRYPTO, () -> check(page, so, expected)))
        .compose(
            now ->
                now.verdict() != null || now.sequence() < so.sequence() + PAGE
                    ? Future.succeededFuture(now)
                    : read(now, expected));
  }

  private Progress check(List<SealedEntry> page, Progress so, Expected expected) {
    long sequence = so.sequence();
    byte[] hash = so.hash();
    for (SealedEntry record : page) {
      String fault = chain.fault(record, sequence + 1, hash);
      String noted = expected.hashes().get(sequence + 1);
      if (fault == null && noted != null && !noted.equals(record.entry().hash())) {
        fault = "is another one than this node's checkpoint noted";
      }
      if (fault != null) {
        return new Progress(sequence, hash, bad(sequence, sequence + 1, fault, hash));
      }
      sequence++;
      hash = SealedEntry.bytes(record.entry().hash());
      if (sequence == expected.head().sequence()
          && !SealedEntry.hex(hash).equals(SealedEntry.hex(expected.head().hash()))) {
        return new Progress(
            sequence, hash, bad(sequence, sequence, "is not the one that the end names", hash));
      }
    }
    return new Progress(sequence, hash, null);
  }

  private AuditVerdict atTheEnd(Progress end, Expected expected) {
    long there = end.sequence();
    AuditStore.Head head = expected.head();
    long wanted = Math.max(head.sequence(), expected.last());
    if (there < wanted) {
      String by = head.sequence() > there ? "the end names" : "this node's checkpoint names";
      return bad(
          there,
          there + 1,
          "is missing: the log is cut off, %s record %d".formatted(by, wanted),
          end.hash());
    }
    if (head.sequence() > 0 && !keys.right(AuditChain.HEAD, head.hash(), head.mark())) {
      return bad(
          there,
          head.sequence() + 1,
          "may be missing: the mark of the end is not ours, so the log may be cut off there",
          end.hash());
    }
    String text =
        there == 1 ? "1 record is as it was written" : there + " records are as they were written";
    return new AuditVerdict(there, true, null, text, SealedEntry.hex(end.hash()));
  }

  private static AuditVerdict bad(long records, long first, String fault, byte[] hash) {
    return new AuditVerdict(
        records, false, first, "Record " + first + " " + fault, SealedEntry.hex(hash));
  }
}
