package io.moneyprinter.content.model;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.Writers;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.tasks.ExternalCalls;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** The language models that are set up on this node, in their order. */
public final class Models implements AutoCloseable {
  /** How long a model that is not the last is waited for when it says that it is busy. */
  private static final Duration SHORT_PATIENCE = Duration.ofSeconds(5);

  private static final Duration LONG_PATIENCE = Duration.ofMinutes(2);

  private final LlmConfig config;
  private final List<ModelSettings> settings;
  private final List<HttpModel> models = new ArrayList<>();

  public Models(Vertx vertx, MeterRegistry meters, LlmConfig config) {
    this.config = config;
    this.settings = config.models();
    for (int i = 0; i < settings.size(); i++) {
      ModelSettings one = settings.get(i);
      models.add(
          new HttpModel(
              one.id(),
              one.wire(),
              new ProviderClient(vertx, meters, one.provider()),
              i + 1 < settings.size() ? SHORT_PATIENCE : LONG_PATIENCE));
    }
  }

  /** Whether there is one at all. */
  public boolean any() {
    return !models.isEmpty();
  }

  /** How freely they choose their words, and how much they may say. */
  public LlmConfig config() {
    return config;
  }

  /** Names everything about them that decides an answer; no secret is in it. */
  public List<String> identity() {
    return settings.stream().map(one -> one.id() + "@" + one.baseUrl()).toList();
  }

  /** For messages. */
  public String names() {
    return settings.stream().map(ModelSettings::id).collect(Collectors.joining(", "));
  }

  /**
   * A model to ask on behalf of a task, paid for once.
   *
   * @param round tells equal questions apart that are to be paid anew, from 0
   */
  public Session session(ExternalCalls calls, int round) {
    AtomicBoolean paid = new AtomicBoolean();
    List<LanguageModel> all = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      String provider = settings.get(i).name();
      all.add(new PaidModel(models.get(i), provider, calls, round, () -> paid.set(true)));
    }
    return new Session(new ModelChain(all), paid);
  }

  /**
   * Models in order, and whether any of them was really asked, rather than remembered.
   *
   * @param paid whether a question went out
   */
  public record Session(LanguageModel model, AtomicBoolean paid) {}

  /** Who could write to a topic, and what to do where nobody can. */
  public Writers writers() {
    return new Writers(
        settings.stream().map(ModelSettings::id).toList(),
        any() ? null : noneForTopic().getMessage());
  }

  /** The refusal of a topic where none is set up. */
  private static ServiceFailure noneForTopic() {
    return none("/topic", "A topic", "give the text itself as script or scenes");
  }

  /**
   * The refusal of what needs a model where none is set up: it names the ways on.
   *
   * @param pointer the key of the brief that asks for it
   * @param otherwise how to do without, a clause
   */
  public static ServiceFailure none(String pointer, String what, String otherwise) {
    return ServiceFailure.invalid(
        pointer,
        what
            + " needs a language model, and none is set up. Three ways on: "
            + otherwise
            + "; or run Ollama on this machine and set content.llm.base-url to"
            + " http://127.0.0.1:11434/v1 and content.llm.model to a model it has; or set"
            + " content.llm.api-key to the key of an OpenAI-compatible provider, with"
            + " content.llm.preset for another one");
  }

  @Override
  public void close() {
    models.forEach(HttpModel::close);
  }
}
