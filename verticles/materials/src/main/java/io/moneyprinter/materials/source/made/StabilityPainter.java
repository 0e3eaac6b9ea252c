package io.moneyprinter.materials.source.made;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.providers.ProviderRequest;
import io.moneyprinter.platform.providers.ProviderResponse;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Stability AI: {@code POST /v2beta/stable-image/generate/{core|ultra|sd3}} as multipart form,
 * answered by the picture itself when {@code Accept: image/*} asks for it; what its filter refused
 * comes blurred, with {@code finish-reason: CONTENT_FILTERED}
 * (https://platform.stability.ai/docs/api-reference).
 */
public final class StabilityPainter implements Painter {
  public static final String NAME = "stability";
  private static final String ADDRESS = "https://api.stability.ai";
  private static final String MODEL = "core";
  private static final List<String> RATIOS =
      List.of("16:9", "1:1", "21:9", "2:3", "3:2", "4:5", "5:4", "9:16", "9:21");

  private final ProviderClient client;
  private final PainterConfig config;

  public StabilityPainter(Node node, PainterConfig config) {
    this.config = config;
    this.client = PainterClient.open(node, NAME, "Stability AI", KeyPlace.bearer(), config);
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
    return "stability-1 " + model();
  }

  @Override
  public String priced() {
    return NAME + "/" + model();
  }

  @Override
  public Future<Painting> paint(Order order) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("prompt", order.prompt());
    fields.put("aspect_ratio", Shape.nearest(RATIOS, order.width(), order.height()));
    fields.put("seed", Long.toString(Math.max(1, order.seed() % 4_294_967_294L)));
    fields.put("output_format", "jpeg");
    String boundary = "moneyprinter-" + UUID.randomUUID();
    String target = config.baseUrl().orElse(ADDRESS) + "/v2beta/stable-image/generate/" + model();
    return client.send(
        ProviderRequest.post(
                target, "multipart/form-data; boundary=" + boundary, form(boundary, fields))
            .header("accept", "image/*"),
        this::read);
  }

  /** RFC 7578. */
  private static Buffer form(String boundary, Map<String, String> fields) {
    StringBuilder form = new StringBuilder();
    fields.forEach(
        (name, value) ->
            form.append("--%s\r\n".formatted(boundary))
                .append("Content-Disposition: form-data; name=\"%s\"\r\n\r\n".formatted(name))
                .append(value)
                .append("\r\n"));
    form.append("--%s--\r\n".formatted(boundary));
    return Buffer.buffer(form.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Painting read(ProviderResponse answer) {
    if (answer.header("finish-reason").filter("CONTENT_FILTERED"::equals).isPresent()) {
      throw ServiceFailure.invalid("/scenes", "Stability AI refuses to make this picture");
    }
    if (!answer.header("content-type").orElse("").startsWith("image/")) {
      throw client.unreadable("it is no picture");
    }
    return new Painting(answer.body(), null, List.of(new Cost(priced(), CostUnit.IMAGES, 1)));
  }

  @Override
  public void close() {
    client.close();
  }
}
