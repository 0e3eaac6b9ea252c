package io.moneyprinter.gateway.firewall;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.gateway.http.ClientAddress;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Refusal;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at method, target and headers of each request. What is found adds up; at the threshold the
 * request is refused, or only told of, and the log has the reasons either way. Of one event loop.
 */
public final class Firewall implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger("io.moneyprinter.gateway.firewall");
  private static final String HIDDEN =
      "The request looks like an attack. If it is none, quote the correlation id when reporting"
          + " this.";
  private static final Set<String> AMBIGUOUS = Set.of("framing", "duplicate-header");
  private static final int MOST_IN_LOG = 8;

  private final boolean enforce;
  private final int threshold;
  private final TargetRules targets;
  private final HeaderRules headers;
  private final ClientAddress addresses;
  private final MeterRegistry meters;

  public Firewall(FirewallConfig config, ClientAddress addresses, MeterRegistry meters) {
    PatternRules patterns = new PatternRules();
    this.enforce = config.mode() == FirewallMode.ENFORCE;
    this.threshold = config.threshold();
    this.targets = new TargetRules(config.targetLength(), patterns);
    this.headers = new HeaderRules(config.headers(), config.headerLength(), patterns);
    this.addresses = addresses;
    this.meters = meters;
  }

  @Override
  public void handle(RoutingContext ctx) {
    List<Finding> found = new ArrayList<>(0);
    targets.check(ctx.request(), found);
    headers.check(ctx.request(), found);
    int score = found.isEmpty() ? 0 : found.stream().mapToInt(Finding::score).sum();
    if (score < threshold) {
      ctx.next();
      return;
    }
    tell(ctx, found, score);
    if (enforce) {
      Exchange.suspect(ctx);
      Finding worst = found.stream().max(Comparator.comparingInt(Finding::score)).orElseThrow();
      if (found.stream().anyMatch(finding -> AMBIGUOUS.contains(finding.rule()))) {
        // What follows on the connection may be meant for somebody else.
        ctx.response().putHeader("Connection", "close");
        ctx.addEndHandler(told -> ctx.request().connection().close());
      }
      ctx.fail(new Refusal(worst.status(), worst.remedy() == null ? HIDDEN : worst.remedy()));
    } else {
      ctx.next();
    }
  }

  private void tell(RoutingContext ctx, List<Finding> found, int score) {
    String outcome = enforce ? "refused" : "reported";
    found.stream()
        .map(Finding::rule)
        .distinct()
        .forEach(
            rule ->
                meters
                    .counter("gateway.firewall.findings", "rule", rule, "outcome", outcome)
                    .increment());
    LOG.warn(
        "{} {} from {}: {}",
        enforce ? "Refused" : "Would refuse",
        ctx.request().method(),
        addresses.of(ctx.request()).getHostAddress(),
        found.stream().limit(MOST_IN_LOG).map(Finding::line).collect(Collectors.joining(", "))
            + (score < Finding.CERTAIN ? "; score " + score : ""));
  }
}
