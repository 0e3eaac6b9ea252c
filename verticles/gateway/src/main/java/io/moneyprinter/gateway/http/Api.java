package io.moneyprinter.gateway.http;

import io.moneyprinter.gateway.auth.Scope;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.util.List;

/** Where route classes put their operations. Every operation names the scope it needs. */
public final class Api {
  /** Answers one request; a failed future, or a throw, becomes a problem. */
  @FunctionalInterface
  public interface Operation {
    Future<?> answer(RoutingContext ctx);
  }

  private static final String DRY_RUN = "dryRun";

  private final RouteTable table;
  private final long bodyLimit;
  private final Admission admission;
  private final QueryRules queries;
  private final boolean trying;

  /**
   * @param bodyLimit most bytes of a request body
   * @param admission what each request passes at its route, before its scope is looked at
   * @param queries what the query of a request is held to
   */
  Api(RouteTable table, long bodyLimit, Admission admission, QueryRules queries) {
    this(table, bodyLimit, admission, queries, false);
  }

  private Api(
      RouteTable table, long bodyLimit, Admission admission, QueryRules queries, boolean trying) {
    this.queries = queries;
    this.trying = trying;
    this.table = table;
    this.bodyLimit = bodyLimit;
    this.admission = admission;
  }

  /**
   * For operations that look at {@code dryRun} themselves. All others that change something refuse
   * it: who wants to try must not do it in earnest.
   */
  public Api trying() {
    return new Api(table, bodyLimit, admission, queries, true);
  }

  private Operation known(String path, Operation operation) {
    return ctx -> queries.check(ctx, path).compose(known -> operation.answer(ctx));
  }

  private Operation inEarnest(String path, Operation operation) {
    Operation known = known(path, operation);
    return ctx -> {
      if (!trying && Query.flag(ctx, DRY_RUN)) {
        throw Query.wrong(DRY_RUN, "is not possible here: leave it out, and what is asked is done");
      }
      return known.answer(ctx);
    };
  }

  private void route(HttpMethod method, String path, Scope scope, Operation operation) {
    SecurityPolicyHandler admitted = admission.of(method.name(), path);
    table.at(
        path,
        router ->
            router
                .route(method, path)
                .handler(admitted)
                .handler(scope)
                .handler(ctx -> run(operation, ctx)));
  }

  /** Answers GET, and HEAD with the same headers. */
  public void get(String path, Scope scope, Operation operation) {
    Operation known = known(path, operation);
    SecurityPolicyHandler admitted = admission.of(HttpMethod.GET.name(), path);
    table.at(
        path,
        router ->
            router
                .route(path)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(admitted)
                .handler(scope)
                .handler(ctx -> run(known, ctx)));
  }

  /** Answers GET alone: streams and upgrades have no HEAD. */
  public void stream(String path, Scope scope, Operation operation) {
    route(HttpMethod.GET, path, scope, known(path, operation));
  }

  public void post(String path, Scope scope, Operation operation) {
    withBody(HttpMethod.POST, path, scope, bodyLimit, operation);
  }

  /**
   * Answers POST with bodies of another size than usual.
   *
   * @param limit most bytes of a request body
   */
  public void post(String path, Scope scope, long limit, Operation operation) {
    withBody(HttpMethod.POST, path, scope, limit, operation);
  }

  /** Answers HEAD alone, where it says more than GET. */
  public void head(String path, Scope scope, Operation operation) {
    route(HttpMethod.HEAD, path, scope, operation);
  }

  /** Answers OPTIONS: what a path can do. */
  public void options(String path, Scope scope, Operation operation) {
    route(HttpMethod.OPTIONS, path, scope, operation);
  }

  /** Answers POST; the operation reads the body itself, as it comes, and sets its limit. */
  public void upload(String path, Scope scope, Operation operation) {
    streaming(HttpMethod.POST, path, scope, inEarnest(path, operation));
  }

  /** Answers PATCH; the operation reads the body itself, as it comes, and sets its limit. */
  public void patch(String path, Scope scope, Operation operation) {
    streaming(HttpMethod.PATCH, path, scope, inEarnest(path, operation));
  }

  /** Answers every method that reads or changes; the operation takes the body as it comes. */
  public void pass(String path, Scope reading, Scope changing, Operation operation) {
    for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
      route(method, path, reading, operation);
    }
    for (HttpMethod method :
        List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)) {
      streaming(method, path, changing, operation);
    }
  }

  public void delete(String path, Scope scope, Operation operation) {
    route(HttpMethod.DELETE, path, scope, inEarnest(path, operation));
  }

  public void put(String path, Scope scope, Operation operation) {
    withBody(HttpMethod.PUT, path, scope, bodyLimit, operation);
  }

  private void withBody(
      HttpMethod method, String path, Scope scope, long limit, Operation operation) {
    SecurityPolicyHandler admitted = admission.of(method.name(), path);
    Operation earnest = inEarnest(path, operation);
    BodyHandler body = BodyHandler.create(false).setBodyLimit(limit);
    table.at(
        path,
        router ->
            router
                .route(method, path)
                .handler(admitted)
                .handler(scope)
                .handler(body)
                .handler(ctx -> run(earnest, ctx)));
  }

  private void streaming(HttpMethod method, String path, Scope scope, Operation operation) {
    Operation whole =
        ctx -> {
          try {
            return operation.answer(ctx).onFailure(refused -> discard(ctx));
          } catch (RuntimeException refused) {
            discard(ctx);
            throw refused;
          }
        };
    route(method, path, scope, whole);
  }

  private static void discard(RoutingContext ctx) {
    UnreadBody.discard(ctx.vertx(), ctx.request());
  }

  private static void run(Operation operation, RoutingContext ctx) {
    try {
      operation.answer(ctx).onFailure(ctx::fail);
    } catch (RuntimeException refused) {
      ctx.fail(refused);
    }
  }
}
