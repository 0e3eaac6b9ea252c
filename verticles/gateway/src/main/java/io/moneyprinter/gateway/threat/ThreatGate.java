package io.moneyprinter.gateway.threat;

import io.moneyprinter.codecs.threat.ReportThreat;
import io.moneyprinter.codecs.threat.Threat;
import io.moneyprinter.codecs.threat.ThreatAct;
import io.moneyprinter.codecs.threat.ThreatKind;
import io.moneyprinter.codecs.threat.ThreatVerdict;
import io.moneyprinter.gateway.auth.Authentication;
import io.moneyprinter.gateway.auth.Credentials;
import io.moneyprinter.gateway.http.ClientAddress;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Refusal;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The detector's link in the chain: watches how requests end, and before it is known who calls
 * refuses those that are locked out and holds those up that are slowed down. Who shares an address
 * with somebody who guesses passwords goes on, if the credential was good a moment ago. Of one
 * event loop.
 */
public final class ThreatGate {
  private static final Logger LOG = LoggerFactory.getLogger(ThreatGate.class);

  /** More requests than that do not wait at once; a flood of them must cost nothing. */
  private static final int MOST_WAITING = 500;

  private static final int MOST_KEYS = 10_000;
  private static final String HEALTH = "/health";
  private static final Set<String> OF_GUESSERS = Set.of("brute-force", "credential-stuffing");

  private final ThreatDetector detector;
  private final ThreatConfig config;
  private final Authentication authentication;
  private final ClientAddress addresses;
  private final Map<String, Long> keysSeen =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST_KEYS;
        }
      };
  private int waiting;

  public ThreatGate(
      ThreatDetector detector,
      ThreatConfig config,
      Authentication authentication,
      ClientAddress addresses) {
    this.detector = detector;
    this.config = config;
    this.authentication = authentication;
    this.addresses = addresses;
  }

  /** For the head of the chain, so that nothing that ends a request early is missed. */
  public Handler<RoutingContext> watch() {
    return ctx -> {
      ctx.addEndHandler(ended -> learn(ctx));
      ctx.next();
    };
  }

  /** For the place before the caller is looked up. */
  public Handler<RoutingContext> hold() {
    return ctx -> {
      boolean free = detector.table().isEmpty() || exempt(ctx);
      Optional<Threat> threat = free ? Optional.empty() : holding(ctx);
      if (threat.isEmpty()) {
        ctx.next();
        return;
      }
      ThreatVerdict verdict = detector.verdict(threat.get());
      if (verdict.retryAfterSeconds() > 0) {
        refuse(ctx, verdict.retryAfterSeconds());
      } else if (waiting >= MOST_WAITING) {
        refuse(ctx, 1);
      } else {
        waitFor(ctx, verdict.delayMillis());
      }
    };
  }

  /** Whether requests such as this one are locked out at present. */
  public boolean locks(RoutingContext ctx) {
    return !detector.table().isEmpty()
        && !exempt(ctx)
        && holding(ctx).filter(threat -> threat.act() == ThreatAct.LOCK).isPresent();
  }

  private boolean exempt(RoutingContext ctx) {
    String path = ctx.request().path();
    boolean health = path != null && (path.equals(HEALTH) || path.startsWith(HEALTH + "/"));
    return health || authentication.needsNone(ctx);
  }

  private Optional<Threat> holding(RoutingContext ctx) {
    Optional<Threat> key =
        Credentials.keyName(ctx.request())
            .flatMap(name -> detector.table().holding(ThreatRules.ofKey(name)));
    if (key.isPresent()) {
      return key;
    }
    return detector
        .table()
        .holding(ThreatRules.ofAddress(addresses.of(ctx.request())))
        .filter(
            threat -> !OF_GUESSERS.contains(threat.pattern()) || !authentication.remembers(ctx));
  }

  private static void refuse(RoutingContext ctx, long seconds) {
    ctx.response().putHeader("Retry-After", Long.toString(seconds));
    ctx.fail(
        new Refusal(
            429,
            "Requests like these are not taken from here for "
                + seconds
                + " s: too many of them went wrong"));
  }

  private void waitFor(RoutingContext ctx, long millis) {
    waiting++;
    ctx.request().pause();
    ctx.vertx()
        .timer(Math.max(1, millis), TimeUnit.MILLISECONDS)
        .onComplete(
            waited -> {
              waiting--;
              ctx.request().resume();
              if (!ctx.response().closed()) {
                ctx.next();
              }
            });
  }

  private void learn(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    int status = ctx.response().getStatusCode();
    boolean known = Exchange.caller(ctx) != null;
    if (Exchange.suspected(ctx)) {
      report(request, ThreatKind.REFUSED, null);
    } else if (status == 401) {
      Credentials.of(request)
          .ifPresent(
              wrong -> report(request, ThreatKind.FAILED_CREDENTIAL, authentication.nameOf(wrong)));
    } else if (status == 404 && !known) {
      report(request, ThreatKind.NOT_FOUND, null);
    } else if (known && status < 400) {
      Credentials.keyName(request).ifPresent(key -> used(request, key));
    }
  }

  /** One report for each key and network within half a window is enough. */
  private void used(HttpServerRequest request, String key) {
    InetAddress address = addresses.of(request);
    long now = System.nanoTime();
    Long before = keysSeen.get(key + " " + Networks.region(address));
    if (before == null || now - before > config.window().toNanos() / 2) {
      keysSeen.put(key + " " + Networks.region(address), now);
      report(request, ThreatKind.KEY_USED, key);
    }
  }

  private void report(HttpServerRequest request, ThreatKind kind, String key) {
    String address = addresses.of(request).getHostAddress();
    detector
        .report(new ReportThreat(kind, address, /* account */ null, key))
        .onFailure(lost -> LOG.warn("Not counted as {}: {}", kind, lost.getMessage()));
  }

  /** Of a WebSocket that broke the rules. */
  public void breach(HttpServerRequest request) {
    report(request, ThreatKind.BRIDGE_ABUSE, null);
  }
}
