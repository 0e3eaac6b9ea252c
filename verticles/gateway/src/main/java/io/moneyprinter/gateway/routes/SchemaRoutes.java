package io.moneyprinter.gateway.routes;

import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import java.nio.charset.StandardCharsets;

/** Hands out the schemas of documents that users write. */
public final class SchemaRoutes {
  private static final String TYPE = "application/schema+json";

  private final Resource timeline;
  private final Resource brief;

  private SchemaRoutes(Resource timeline, Resource brief) {
    this.timeline = timeline;
    this.brief = brief;
  }

  /** Reads the API's description from the class path; blocks shortly. */
  public static SchemaRoutes load() {
    SchemaDocument schemas = SchemaDocument.load();
    return new SchemaRoutes(of(schemas, "timeline"), of(schemas, "brief"));
  }

  private static Resource of(SchemaDocument schemas, String name) {
    return Resource.of(schemas.of(name).getBytes(StandardCharsets.UTF_8), TYPE);
  }

  public void mount(Api api) {
    api.get("/v1/schemas/timeline.json", Scope.PUBLIC, timeline::answer);
    api.get("/v1/schemas/brief.json", Scope.PUBLIC, brief::answer);
  }
}
