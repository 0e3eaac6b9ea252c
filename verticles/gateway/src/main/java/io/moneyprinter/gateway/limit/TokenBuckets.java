package io.moneyprinter.gateway.limit;

import io.vertx.core.Future;
import java.util.List;

/** Keeps buckets and takes tokens from several at once, or from none. */
interface TokenBuckets {
  Future<Verdict> take(List<Charge> charges);
}
