package io.moneyprinter.gateway.http;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a caller would like best (RFC 7240); what is not understood is passed over. */
public final class Prefer {
  private static final Pattern WAIT =
      Pattern.compile("(?i)(?:^|,|;)\\s*wait\\s*=\\s*\"?(\\d{1,5})\"?\\s*(?:$|,|;)");
  private static final long LONGEST_SECONDS = 60;

  private Prefer() {}

  /** How long a caller would wait for the end, at most a minute; says so on the answer. */
  public static Optional<Duration> waiting(RoutingContext ctx) {
    String header = String.join(",", ctx.request().headers().getAll("Prefer"));
    Matcher m = WAIT.matcher(header);
    if (!m.find() || Long.parseLong(m.group(1)) == 0) {
      return Optional.empty();
    }
    long seconds = Math.min(LONGEST_SECONDS, Long.parseLong(m.group(1)));
    ctx.response().putHeader("Preference-Applied", "wait=" + seconds);
    return Optional.of(Duration.ofSeconds(seconds));
  }
}
