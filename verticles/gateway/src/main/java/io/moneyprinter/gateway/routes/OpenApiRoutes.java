package io.moneyprinter.gateway.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.QueryRules;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/**
 * The API's own description, from one document. It becomes JSON when somebody first asks for that:
 * reading so much YAML would keep every node from its start by most of a second.
 */
public final class OpenApiRoutes {
  private final Resource yaml;
  private final QueryRules queries;
  private volatile Resource json;

  private OpenApiRoutes(Resource yaml) {
    this.yaml = yaml;
    this.queries = new DescribedQueries(yaml);
  }

  /** Reads the document from the class path; blocks shortly. */
  public static OpenApiRoutes load() {
    return new OpenApiRoutes(Resource.read("/openapi.yaml", "application/yaml"));
  }

  /** What the document says of each operation's query. */
  public QueryRules queries() {
    return queries;
  }

  public void mount(Api api) {
    api.get("/v1/openapi.yaml", Scope.PUBLIC, yaml::answer);
    api.get("/v1/openapi.json", Scope.PUBLIC, this::json);
  }

  private Future<?> json(RoutingContext ctx) {
    Resource known = json;
    return known == null
        ? ctx.vertx().executeBlocking(this::read).compose(read -> read.answer(ctx))
        : known.answer(ctx);
  }

  /** One at a time on a context; whoever comes second finds it done. */
  private synchronized Resource read() throws JsonProcessingException {
    if (json == null) {
      Object document = ApiDescription.parse(yaml.bytes().toString());
      json = Resource.of(RecordJson.wire().writeValueAsBytes(document), "application/json");
    }
    return json;
  }
}
