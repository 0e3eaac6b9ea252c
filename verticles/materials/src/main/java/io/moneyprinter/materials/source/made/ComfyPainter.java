package io.moneyprinter.materials.source.made;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.materials.source.Query;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.providers.ProviderRequest;
import io.moneyprinter.platform.providers.ProviderResponse;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A ComfyUI of one's own: {@code POST /prompt} puts a graph into its queue, {@code GET
 * /history/{prompt_id}} tells when it is done, {@code GET /view} gives the picture
 * (https://docs.comfy.org/development/comfyui-server/comms_routes). Costs nothing.
 */
public final class ComfyPainter implements Painter {
  public static final String NAME = "comfyui";
  private static final String CHECKPOINT = "sd_xl_base_1.0.safetensors";

  /** The area that the usual checkpoints were trained at, and the step of their sides. */
  private static final double AREA = 1024.0 * 1024.0;

  private static final int STEP = 64;

  private static final Duration SOONEST = Duration.ofMillis(300);
  private static final Duration LATEST = Duration.ofSeconds(3);

  private final Vertx vertx;
  private final ProviderClient client;
  private final PainterConfig config;
  private final String address;
  private final ComfyWorkflow workflow;

  /** Reads the workflow; {@code IllegalArgumentException} says what is wrong with it. */
  public ComfyPainter(Node node, PainterConfig config) {
    this.vertx = node.vertx();
    this.config = config;
    this.address = config.baseUrl().orElse("http://127.0.0.1:8188");
    this.workflow = ComfyWorkflow.read(config.workflow());
    this.client = PainterClient.open(node, NAME, "ComfyUI", KeyPlace.bearer(), config);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String model() {
    return config.model().orElse(CHECKPOINT);
  }

  @Override
  public String version() {
    return "comfyui-1 " + model() + " " + workflow.filled(Map.of(), Map.of());
  }

  @Override
  public String priced() {
    return NAME;
  }

  @Override
  public Future<Painting> paint(Order order) {
    double scale = Math.sqrt(AREA / ((double) order.width() * order.height()));
    JsonNode graph =
        workflow.filled(
            Map.of("%prompt%", order.prompt(), "%checkpoint%", model()),
            Map.of(
                "%seed%", order.seed(),
                "%width%", side(order.width() * scale),
                "%height%", side(order.height() * scale)));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("prompt", graph);
    body.put("client_id", "moneyprinter");
    Instant end = Instant.now().plus(config.timeout());
    return client
        .send(ProviderRequest.postJson(address + "/prompt", bytes(body)), this::json)
        .map(
            queued ->
                Optional.of(queued.path("prompt_id").asText(""))
                    .filter(id -> !id.isEmpty())
                    .orElseThrow(() -> client.unreadable("it names no prompt_id")))
        .compose(id -> finished(id, end, SOONEST))
        .compose(this::view)
        .map(picture -> new Painting(picture, null, List.of()));
  }

  private static long side(double wanted) {
    return Math.max(STEP, Math.round(wanted / STEP) * STEP);
  }

  private static Buffer bytes(JsonNode body) {
    try {
      return Buffer.buffer(RecordJson.wire().writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A graph is JSON", e);
    }
  }

  private JsonNode json(ProviderResponse answer) {
    try {
      return RecordJson.wire().readTree(answer.body().getBytes());
    } catch (IOException e) {
      throw client.unreadable("it is not JSON");
    }
  }

  /** Asks, more and more seldom, until the graph is done; gives its first picture's entry. */
  private Future<JsonNode> finished(String id, Instant end, Duration pause) {
    return client
        .send(
            ProviderRequest.get(address + "/history/" + Query.encoded(id)),
            answer -> json(answer).path(id))
        .compose(
            entry -> {
              if ("error".equals(entry.path("status").path("status_str").asText())) {
                throw ServiceFailure.invalid("/scenes", "ComfyUI could not run its workflow");
              }
              for (JsonNode output : entry.path("outputs")) {
                if (output.path("images").path(0).hasNonNull("filename")) {
                  return Future.succeededFuture(output.path("images").path(0));
                }
              }
              if (entry.path("status").path("completed").asBoolean()) {
                throw client.unreadable("its workflow ended without a picture");
              }
              if (Instant.now().plus(pause).isAfter(end)) {
                throw ServiceFailure.unavailable(
                    "ComfyUI made no picture within "
                        + config.timeout().toSeconds()
                        + " s. Raise materials.sources.comfyui.timeout, or look at its queue");
              }
              Duration next = pause.multipliedBy(3).dividedBy(2);
              return vertx
                  .timer(pause.toMillis())
                  .compose(waited -> finished(id, end, next.compareTo(LATEST) > 0 ? LATEST : next));
            });
  }

  private Future<Buffer> view(JsonNode image) {
    String target =
        Query.of(address + "/view")
            .with("filename", image.path("filename").asText())
            .with("subfolder", image.path("subfolder").asText(""))
            .with("type", image.path("type").asText("output"))
            .toString();
    return client.send(ProviderRequest.get(target), ProviderResponse::body);
  }

  @Override
  public void close() {
    client.close();
  }
}
