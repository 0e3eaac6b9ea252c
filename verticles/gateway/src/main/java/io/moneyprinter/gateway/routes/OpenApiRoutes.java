package io.moneyprinter.gateway.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import java.io.UncheckedIOException;

/** The API's own description, from one document. */
public final class OpenApiRoutes {
  private final Resource yaml;
  private final Resource json;

  private OpenApiRoutes(Resource yaml, Resource json) {
    this.yaml = yaml;
    this.json = json;
  }

  /** Reads the document from the class path; blocks shortly. */
  public static OpenApiRoutes load() {
    Resource yaml = Resource.read("/openapi.yaml", "application/yaml");
    Object document = ApiDescription.parse(yaml.bytes().toString());
    try {
      byte[] json = RecordJson.wire().writeValueAsBytes(document);
      return new OpenApiRoutes(yaml, Resource.of(json, "application/json"));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void mount(Api api) {
    api.get("/v1/openapi.yaml", Scope.PUBLIC, yaml::answer);
    api.get("/v1/openapi.json", Scope.PUBLIC, json::answer);
  }
}
