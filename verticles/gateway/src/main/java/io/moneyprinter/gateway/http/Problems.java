package io.moneyprinter.gateway.http;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.gateway.auth.Scope;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where a failure becomes an answer. */
final class Problems implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String QUOTA_RETRY_SECONDS = "60";
  private static final String HIDDEN =
      "The request could not be carried out. Quote the correlation id when reporting this.";

  /** Headers that a route may have set for the answer it then could not give. */
  private static final List<String> OF_THE_ANSWER =
      List.of("Accept-Ranges", "Cache-Control", "Content-Disposition", "Content-Length", "ETag");

  private final AllowedMethods methods;
  private final AccessLog log;
  private final String retrySeconds;

  /**
   * @param log where requests are written down that the chain never sees
   * @param pause after which what is not reachable may be again
   */
  Problems(AllowedMethods methods, AccessLog log, Duration pause) {
    this.methods = methods;
    this.log = log;
    this.retrySeconds = Long.toString(Math.max(1, pause.toSeconds()));
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (ctx.response().ended() || ctx.response().closed()) {
      return; // there is nobody to tell
    }
    if (ctx.response().headWritten()) {
      // Half an answer is out: breaking it off is the only way to say that it is no whole.
      ctx.response().reset();
      return;
    }
    if (Exchange.call(ctx) == null) {
      beginLate(ctx);
    }
    if (ctx.statusCode() == 405 && ctx.request().method().equals(HttpMethod.OPTIONS)) {
      choices(ctx);
      return;
    }
    answer(ctx, problemOf(ctx));
  }

  /** A router refuses some requests before its first route, such as those without a host. */
  private void beginLate(RoutingContext ctx) {
    Correlation.begin(ctx);
    log.watch(ctx);
    SecurityHeaders.set(ctx.response().headers());
  }

  /** Tells what a path takes (RFC 9110 §9.3.7), where no route says more. */
  private void choices(RoutingContext ctx) {
    ctx.response()
        .setStatusCode(204)
        .putHeader("Cache-Control", "no-store")
        .putHeader("Allow", methods.at(ctx.normalizedPath()))
        .end()
        .onFailure(gone -> LOG.debug("The caller left before its answer: {}", gone.getMessage()));
  }

  private Problem problemOf(RoutingContext ctx) {
    Throwable cause = ctx.failure();
    if (cause instanceof Refusal refusal) {
      return problem(ctx, refusal.status(), refusal.getMessage());
    }
    if (cause instanceof ServiceFailure || ctx.statusCode() < 400 || ctx.statusCode() == 500) {
      return problem(ctx, ServiceFailure.from(cause), cause);
    }
    return problem(ctx, ctx.statusCode(), detail(ctx));
  }

  private static String detail(RoutingContext ctx) {
    return switch (ctx.statusCode()) {
      case 404 -> ProblemType.NO_PATH;
      case 405 -> ctx.request().method() + " does not work here; see the Allow header";
      case 413 -> "The body is larger than is accepted here; send a smaller one";
      default -> {
        Throwable cause = ctx.failure();
        yield cause == null || cause.getMessage() == null
            ? ProblemType.of(ctx.statusCode()).title()
            : cause.getMessage();
      }
    };
  }

  private static Problem problem(RoutingContext ctx, int status, String detail) {
    ProblemType type = ProblemType.of(status);
    return new Problem(
        type.urn(),
        type.title(),
        status,
        detail,
        null,
        Exchange.correlationId(ctx),
        Exchange.traceId(ctx));
  }

  private static Problem problem(RoutingContext ctx, ServiceFailure failure, Throwable cause) {
    FailureCode code = failure.code();
    boolean ours = code == FailureCode.INTERNAL || code == FailureCode.MALFORMED_MESSAGE;
    if (ours) {
      LOG.error(
          "{} {} failed ({})",
          ctx.request().method(),
          ctx.normalizedPath(),
          Exchange.correlationId(ctx),
          cause == null ? failure : cause);
    }
    ProblemType type = ProblemType.of(code);
    return new Problem(
        type.urn(),
        type.title(),
        code.httpStatus(),
        ours && stranger(ctx) ? HIDDEN : failure.getMessage(),
        failure.violations().isEmpty() ? null : failure.violations(),
        Exchange.correlationId(ctx),
        Exchange.traceId(ctx));
  }

  private static boolean stranger(RoutingContext ctx) {
    Caller caller = Exchange.caller(ctx);
    return caller == null || !Scope.OWNER.heldBy(caller);
  }

  /** Who refuses may know better. */
  private static void retryAfter(HttpServerResponse response, String seconds) {
    if (!response.headers().contains("Retry-After")) {
      response.putHeader("Retry-After", seconds);
    }
  }

  private void answer(RoutingContext ctx, Problem problem) {
    HttpServerResponse response = ctx.response();
    OF_THE_ANSWER.forEach(response.headers()::remove);
    if (problem.status() != 416) {
      response.headers().remove("Content-Range"); // there it tells the size
    }
    switch (problem.status()) {
      case 401 -> response.putHeader("WWW-Authenticate", "Bearer realm=\"moneyprinter\"");
      case 405 -> response.putHeader("Allow", methods.at(ctx.normalizedPath()));
      case 426 -> response.putHeader("Upgrade", "websocket").putHeader("Connection", "Upgrade");
      case 429 -> retryAfter(response, QUOTA_RETRY_SECONDS);
      case 503 -> retryAfter(response, retrySeconds);
      default -> {}
    }
    response.setStatusCode(problem.status()).putHeader("Cache-Control", "no-store");
    response
        .putHeader("Content-Type", "application/problem+json")
        .end(Json.buffer(problem))
        .onFailure(gone -> LOG.debug("The caller left before its answer: {}", gone.getMessage()));
  }
}
