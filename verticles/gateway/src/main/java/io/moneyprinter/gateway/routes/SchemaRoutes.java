package io.moneyprinter.gateway.routes;

import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hands out the schemas of documents that users write. They are taken from the API's description
 * when somebody first asks for one: reading so much YAML would hold up every start.
 */
public final class SchemaRoutes {
  private static final String TYPE = "application/schema+json";

  private volatile Map<String, Resource> schemas;

  public void mount(Api api) {
    for (String name : SchemaDocument.names()) {
      api.get("/v1/schemas/" + name + ".json", Scope.PUBLIC, ctx -> schema(ctx, name));
    }
  }

  private Future<?> schema(RoutingContext ctx, String name) {
    Map<String, Resource> known = schemas;
    return known == null
        ? ctx.vertx().executeBlocking(this::read).compose(read -> read.get(name).answer(ctx))
        : known.get(name).answer(ctx);
  }

  /** One at a time on a context; whoever comes second finds it done. */
  private synchronized Map<String, Resource> read() {
    if (schemas == null) {
      SchemaDocument document = SchemaDocument.load();
      Map<String, Resource> read = new TreeMap<>();
      for (String name : SchemaDocument.names()) {
        byte[] text = document.of(name).getBytes(StandardCharsets.UTF_8);
        read.put(name, Resource.of(text, TYPE));
      }
      schemas = read;
    }
    return schemas;
  }
}
