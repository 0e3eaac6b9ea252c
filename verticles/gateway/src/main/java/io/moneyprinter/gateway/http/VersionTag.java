package io.moneyprinter.gateway.http;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tags of things that count their versions, and the conditions that are put with them. */
public final class VersionTag {
  private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

  private VersionTag() {}

  public static String of(int version) {
    return EntityTag.strong(Integer.toString(version));
  }

  /**
   * Which version is to be replaced: {@code If-Match} names it, {@code If-None-Match: *} wants none
   * there, which is 0; {@code null} for any.
   */
  public static Integer expected(RoutingContext ctx) {
    String match = ctx.request().getHeader("If-Match");
    if (match != null) {
      Matcher tag = TAG.matcher(match.strip());
      if (!tag.matches()) {
        throw new Refusal(412, "If-Match takes the ETag of a version, such as \"3\"");
      }
      return Integer.valueOf(tag.group(1));
    }
    return "*".equals(ctx.request().getHeader("If-None-Match")) ? 0 : null;
  }

  /**
   * A conflict is a condition that does not hold, where there was one.
   *
   * @param expected as {@link #expected}
   */
  public static <T> Future<T> refused(Throwable cause, Integer expected) {
    boolean condition =
        expected != null
            && cause instanceof ServiceFailure failure
            && failure.code() == FailureCode.CONFLICT;
    return Future.failedFuture(condition ? new Refusal(412, cause.getMessage()) : cause);
  }
}
