package io.moneyprinter.materials.meaning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.providers.ProviderRequest;
import io.moneyprinter.platform.providers.ProviderResponse;
import io.moneyprinter.platform.providers.ProviderSettings;
import io.moneyprinter.platform.tasks.ExternalCalls.Answer;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.List;

/**
 * Embeddings as the OpenAI API reference documents them under "Create embeddings": {@code POST
 * /v1/embeddings} with model and input, answered by {@code data[].embedding} with {@code
 * data[].index}, and {@code usage.prompt_tokens}. Ollama, vLLM, LM Studio and llama.cpp speak the
 * same.
 */
public final class EmbeddingClient implements AutoCloseable {
  private static final String OPENAI = "https://api.openai.com/v1";

  private final ProviderClient client;
  private final String address;
  private final String model;

  /** The body of a request. */
  record Body(String model, List<String> input) {}

  public EmbeddingClient(Node node, EmbeddingsConfig config) {
    String base = config.baseUrl().orElse(OPENAI);
    String group = "materials.embeddings";
    this.address = base + "/embeddings";
    this.model = config.model();
    this.client =
        new ProviderClient(
            node.vertx(),
            node.meters(),
            new ProviderSettings(
                "materials-embeddings",
                "the embeddings service at " + base,
                config.keys(),
                KeyPlace.bearer(),
                config.timeout(),
                ProviderSettings.TEXT_LIMIT,
                new ProviderSettings.SettingNames(
                    group + ".api-key",
                    group + ".base-url",
                    group + ".timeout",
                    group + ".model")));
  }

  String model() {
    return model;
  }

  /** Who is paid. */
  String priced() {
    return "openai/" + model;
  }

  /** The vectors of some texts, in their order. */
  Future<Answer<Vectors>> embed(List<String> texts) {
    try {
      Buffer body = Buffer.buffer(RecordJson.wire().writeValueAsBytes(new Body(model, texts)));
      return client.send(
          ProviderRequest.postJson(address, body), answer -> read(answer, texts.size()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A request is JSON", e);
    }
  }

  private Answer<Vectors> read(ProviderResponse answer, int texts) {
    try {
      JsonNode tree = RecordJson.wire().readTree(answer.body().getBytes());
      String[] packed = new String[texts];
      for (JsonNode one : tree.path("data")) {
        int index = one.path("index").asInt(-1);
        if (index >= 0 && index < texts) {
          packed[index] = Vectors.pack(floats(one.path("embedding")));
        }
      }
      for (String vector : packed) {
        if (vector == null) {
          throw client.unreadable("it lacks the vector of a text");
        }
        if (vector.length() != packed[0].length()) {
          throw client.unreadable("its vectors are not of one length");
        }
      }
      long tokens = tree.path("usage").path("prompt_tokens").asLong();
      List<Cost> costs =
          tokens > 0 ? List.of(new Cost(priced(), CostUnit.INPUT_TOKENS, tokens)) : List.of();
      return new Answer<>(new Vectors(List.of(packed)), costs);
    } catch (IOException e) {
      throw client.unreadable("it is no JSON with vectors");
    }
  }

  /** The failure of a service whose vectors differ in length from call to call. */
  ServiceFailure uneven() {
    return client.unreadable("its vectors are not as long as those it gave before");
  }

  private float[] floats(JsonNode numbers) {
    if (!numbers.isArray() || numbers.isEmpty()) {
      throw client.unreadable("a vector in it is empty");
    }
    float[] vector = new float[numbers.size()];
    for (int i = 0; i < vector.length; i++) {
      if (!numbers.path(i).isNumber()) {
        throw client.unreadable("a vector in it holds what is no number");
      }
      vector[i] = (float) numbers.path(i).asDouble();
    }
    return vector;
  }

  @Override
  public void close() {
    client.close();
  }
}
