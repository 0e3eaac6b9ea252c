package io.moneyprinter.materials.source.made;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.providers.ProviderRequest;
import io.moneyprinter.platform.providers.ProviderResponse;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Base64;
import java.util.List;

/**
 * OpenAI's images and whoever speaks like it: {@code POST /images/generations} with a bearer token,
 * answered by {@code data[0].b64_json} or {@code data[0].url}
 * (https://platform.openai.com/docs/api-reference/images/create). The models named {@code
 * gpt-image} always send bytes and refuse {@code response_format}.
 */
public final class OpenAiPainter implements Painter {
  public static final String NAME = "openai-images";
  private static final String ADDRESS = "https://api.openai.com/v1";
  private static final String MODEL = "gpt-image-1";
  private static final List<String> SIZES = List.of("1024x1024", "1536x1024", "1024x1536");

  private final ProviderClient client;
  private final PainterConfig config;
  private final List<String> sizes;

  /** The body of a request. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Body(
      String model,
      String prompt,
      int n,
      String size,
      @JsonProperty("response_format") String responseFormat) {}

  public OpenAiPainter(Node node, PainterConfig config) {
    this.config = config;
    this.sizes = config.sizes().isEmpty() ? SIZES : config.sizes();
    this.client =
        PainterClient.open(
            node,
            NAME,
            "the image server at " + config.baseUrl().orElse(ADDRESS),
            KeyPlace.bearer(),
            config);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String model() {
    return config.model().orElse(MODEL);
  }

  @Override
  public String version() {
    return "openai-images-1 " + model() + " " + sizes;
  }

  @Override
  public String priced() {
    return "openai/" + model();
  }

  @Override
  public Future<Painting> paint(Order order) {
    String size = Shape.nearest(sizes, order.width(), order.height());
    String format = model().startsWith("gpt-image") ? null : "b64_json";
    try {
      Buffer body =
          Buffer.buffer(
              RecordJson.wire()
                  .writeValueAsBytes(new Body(model(), order.prompt(), 1, size, format)));
      String target = config.baseUrl().orElse(ADDRESS) + "/images/generations";
      return client.send(ProviderRequest.postJson(target, body), this::read);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A request is JSON", e);
    }
  }

  private Painting read(ProviderResponse answer) {
    List<Cost> costs = List.of(new Cost(priced(), CostUnit.IMAGES, 1));
    try {
      JsonNode made = RecordJson.wire().readTree(answer.body().getBytes()).path("data").path(0);
      String bytes = made.path("b64_json").asText("");
      if (!bytes.isEmpty()) {
        return new Painting(Buffer.buffer(Base64.getDecoder().decode(bytes)), null, costs);
      }
      String address = made.path("url").asText("");
      if (!address.isEmpty()) {
        return new Painting(null, address, costs);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw client.unreadable("it is no JSON with a picture");
    }
    throw client.unreadable("it holds no picture");
  }

  @Override
  public void close() {
    client.close();
  }
}
