package io.moneyprinter.materials.source;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Does the same for many things, a few at a time. */
final class SideBySide {
  private static final int AT_ONCE = 4;

  private SideBySide() {}

  /** Succeeds when all have; fails with the first failure, after what was begun has ended. */
  static <T> Future<Void> each(List<T> things, Function<T, Future<Void>> work) {
    Iterator<T> left = things.iterator();
    List<Future<Void>> lanes = new ArrayList<>();
    for (int i = 0; i < Math.min(AT_ONCE, things.size()); i++) {
      lanes.add(lane(left, work));
    }
    return Future.join(lanes).mapEmpty();
  }

  private static <T> Future<Void> lane(Iterator<T> left, Function<T, Future<Void>> work) {
    T next;
    synchronized (left) {
      if (!left.hasNext()) {
        return Future.succeededFuture();
      }
      next = left.next();
    }
    return work.apply(next).compose(done -> lane(left, work));
  }
}
