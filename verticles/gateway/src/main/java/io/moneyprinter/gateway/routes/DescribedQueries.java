package io.moneyprinter.gateway.routes;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.gateway.http.QueryRules;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The query parameters that the API's description lists for each operation. Read when the first
 * request with a query comes: so much YAML takes most of a second. What is described to come from
 * somebody else's pen ({@code x-other-parameters}) may bring any. Of any thread.
 */
final class DescribedQueries implements QueryRules {
  /** Pages and links that are handed on may have anything added on their way. */
  private static final String API = "/v1/";

  /** What may only be tried is told apart before, for all that changes something. */
  private static final Set<String> TRIED = Set.of("dryRun");

  private final Resource yaml;
  private volatile Map<String, QueryParameters> operations;

  DescribedQueries(Resource yaml) {
    this.yaml = yaml;
  }

  @Override
  public Future<Void> check(RoutingContext ctx, String pattern) {
    String query = ctx.request().query();
    if (query == null || query.isEmpty() || !pattern.startsWith(API)) {
      return Future.succeededFuture();
    }
    Map<String, QueryParameters> known = operations;
    if (known != null) {
      return check(ctx, pattern, known);
    }
    ctx.request().pause(); // the body, or the upgrade, waits
    return ctx.vertx()
        .executeBlocking(this::read)
        .compose(
            read -> {
              if (reads(ctx)) {
                ctx.request().resume(); // an operation that takes a body as it comes does so itself
              }
              return check(ctx, pattern, read);
            });
  }

  private static boolean reads(RoutingContext ctx) {
    HttpMethod method = ctx.request().method();
    return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
  }

  private static Future<Void> check(
      RoutingContext ctx, String pattern, Map<String, QueryParameters> known) {
    String method = reads(ctx) ? "GET" : ctx.request().method().name();
    Set<String> besides = reads(ctx) ? Set.of() : TRIED;
    return Optional.ofNullable(known.get(operation(method, pattern)))
        .flatMap(parameters -> parameters.fault(ctx.queryParams(), besides))
        .<Future<Void>>map(Future::failedFuture)
        .orElseGet(Future::succeededFuture);
  }

  private synchronized Map<String, QueryParameters> read() {
    if (operations == null) {
      JsonNode document =
          RecordJson.wire().valueToTree(ApiDescription.parse(yaml.bytes().toString()));
      Map<String, QueryParameters> found = new HashMap<>();
      for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
        for (Map.Entry<String, JsonNode> each : path.getValue().properties()) {
          if (!each.getValue().path("x-other-parameters").asBoolean()) {
            found.put(
                operation(each.getKey(), path.getKey()),
                QueryParameters.of(path.getValue(), each.getValue(), document));
          }
        }
      }
      operations = Map.copyOf(found);
    }
    return operations;
  }

  /** The same for {@code /v1/videos/:id} and {@code /v1/videos/{id}}. */
  private static String operation(String method, String pattern) {
    return method.toUpperCase(Locale.ROOT) + " " + pattern.replaceAll(":\\w+|\\{\\w+}", "*");
  }
}
