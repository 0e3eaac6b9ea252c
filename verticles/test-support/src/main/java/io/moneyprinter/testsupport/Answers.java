package io.moneyprinter.testsupport;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for futures on the JUnit thread, never for ever. */
public final class Answers {
  private static final long SECONDS = 20;

  private Answers() {}

  /** The value of a future; its failure is thrown as it is. */
  public static <T> T answer(Future<T> future) {
    return answer(future, SECONDS);
  }

  /** The value of a future that may take up to {@code seconds}. */
  public static <T> T answer(Future<T> future, long seconds) {
    try {
      return future.await(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("No answer within " + seconds + " s", e);
    }
  }

  /** The failure of a future that is expected to fail with one of ours. */
  public static ServiceFailure failure(Future<?> future) {
    try {
      Object value = answer(future);
      throw new AssertionError("Expected a failure, got " + value);
    } catch (ServiceFailure expected) {
      return expected;
    }
  }
}
