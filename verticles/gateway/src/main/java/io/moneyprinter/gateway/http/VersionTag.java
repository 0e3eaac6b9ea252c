package io.moneyprinter.gateway.http;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tags of things that count their versions, and the conditions that are put with them. */
public final class VersionTag {
  private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

  /** Any version, and none (RFC 9110 §13.1.1, §13.1.2). */
  private static final String ANY = "*";

  private static final String WANTED = "If-Match takes the ETag of a version, such as \"3\", or *";

  private VersionTag() {}

  public static String of(int version) {
    return EntityTag.strong(Integer.toString(version));
  }

  /**
   * Which version is to be replaced: {@code If-Match} names it, or several of which it is one, or
   * {@code *} for whichever is there; {@code If-None-Match: *} wants none there, which is 0; {@code
   * null} for any. A tag that is marked as weak is the tag of no version.
   *
   * @param present asks for the version that is there, where the header alone does not tell; fails
   *     with {@code NOT_FOUND} where there is none
   */
  public static Future<Integer> expected(RoutingContext ctx, Supplier<Future<Integer>> present) {
    String match = ctx.request().getHeader("If-Match");
    if (match == null) {
      boolean fresh = ANY.equals(ctx.request().getHeader("If-None-Match"));
      return Future.succeededFuture(fresh ? 0 : null);
    }
    String wanted = match.strip();
    Matcher tag = TAG.matcher(wanted);
    if (tag.matches()) {
      return Future.succeededFuture(Integer.valueOf(tag.group(1)));
    }
    List<String> tags = Arrays.stream(wanted.split(",")).map(String::strip).toList();
    if (!wanted.equals(ANY) && tags.stream().noneMatch(one -> TAG.matcher(one).matches())) {
      return Future.failedFuture(new Refusal(412, WANTED));
    }
    return present
        .get()
        .recover(VersionTag::nothingThere)
        .compose(
            version ->
                wanted.equals(ANY) || tags.contains(of(version))
                    ? Future.succeededFuture(version)
                    : Future.failedFuture(
                        new Refusal(412, "It is at version " + version + ", none of those named")));
  }

  private static Future<Integer> nothingThere(Throwable cause) {
    boolean missing =
        cause instanceof ServiceFailure failure && failure.code() == FailureCode.NOT_FOUND;
    return Future.failedFuture(
        missing ? new Refusal(412, "There is no version yet; leave If-Match out") : cause);
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
