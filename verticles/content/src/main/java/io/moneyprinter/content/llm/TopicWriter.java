package io.moneyprinter.content.llm;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.content.text.OwnText;
import io.moneyprinter.content.text.TextForm;
import io.moneyprinter.platform.blobs.Blobs;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Has a language model write a script to a topic. An answer that holds no script is sent back once
 * with what was wrong; a script that was paid for is kept and never paid for again.
 */
public final class TopicWriter {
  private static final double WORDS_PER_SECOND = 2.4;
  private static final double SECONDS_PER_SCENE = 7;

  private final LlmConfig config;
  private final Duration length;
  private final Prompts prompts;
  private final ChatClient chat;
  private final ScriptMemory memory;

  /**
   * Blocking: reads the prompts.
   *
   * @param length how long the script should take to say
   * @param promptFolder the operator's own prompts
   */
  public TopicWriter(
      Vertx vertx, Blobs blobs, LlmConfig config, Duration length, Optional<String> promptFolder) {
    this.config = config;
    this.length = length;
    this.prompts = new Prompts(promptFolder);
    this.chat = new ChatClient(vertx, config);
    this.memory = new ScriptMemory(vertx, blobs);
  }

  /** Everything that decides a script, for naming it. */
  private record Work(
      String what,
      String tenant,
      String address,
      String model,
      double temperature,
      int maxTokens,
      List<ChatMessage> messages,
      String title,
      Long seed) {}

  /**
   * The script of a brief that has a topic.
   *
   * @param limit the longest it may take in all
   */
  public Future<Script> write(VideoBrief brief, Duration limit) {
    if (!config.configured()) {
      return Future.failedFuture(noModel());
    }
    CallContext caller = CallContext.currentOrSystem();
    Instant deadline = Instant.now().plus(caller.remaining(limit));
    List<ChatMessage> messages = List.of(ChatMessage.system(prompts.system()), asked(brief));
    String key =
        ScriptMemory.key(
            new Work(
                "content.write-script.1",
                caller.tenant(),
                config.address(),
                config.model(),
                config.temperature(),
                config.maxTokens(),
                messages,
                brief.title(),
                brief.seed()));
    return memory
        .recall(key)
        .compose(
            known ->
                known.isPresent()
                    ? Future.succeededFuture(known.get())
                    : askFor(brief, messages, deadline)
                        .compose(script -> memory.remember(key, script)));
  }

  private Future<Script> askFor(VideoBrief brief, List<ChatMessage> messages, Instant deadline) {
    return chat.complete(messages, deadline)
        .compose(
            answer -> {
              try {
                return Future.succeededFuture(
                    script(brief, AnswerReader.read(answer), answer.tokens()));
              } catch (UnusableAnswer e) {
                return repaired(brief, messages, answer, e.getMessage(), deadline);
              }
            });
  }

  private Future<Script> repaired(
      VideoBrief brief,
      List<ChatMessage> messages,
      ChatAnswer first,
      String problem,
      Instant deadline) {
    List<ChatMessage> longer = new ArrayList<>(messages);
    longer.add(ChatMessage.assistant(first.text()));
    longer.add(ChatMessage.user(prompts.repair(problem)));
    return chat.complete(longer, deadline)
        .compose(
            second -> {
              try {
                return Future.succeededFuture(
                    script(brief, AnswerReader.read(second), first.tokens() + second.tokens()));
              } catch (UnusableAnswer e) {
                return Future.failedFuture(unusable(e.getMessage(), second));
              }
            });
  }

  private ChatMessage asked(VideoBrief brief) {
    double seconds = length.toSeconds();
    Locale language = Locale.forLanguageTag(brief.language());
    return ChatMessage.user(
        prompts.user(
            Map.of(
                "topic", brief.topic().strip(),
                "language", language.getDisplayName(Locale.ENGLISH) + " (" + brief.language() + ")",
                "seconds", Long.toString(Math.round(seconds)),
                "words", Long.toString(Math.round(seconds * WORDS_PER_SECOND)),
                "scenes", Long.toString(Math.max(2, Math.round(seconds / SECONDS_PER_SCENE))))));
  }

  private Script script(VideoBrief brief, Draft draft, int tokens) {
    List<SceneBrief> scenes =
        draft.scenes().stream()
            .map(part -> new SceneBrief(part.narration(), part.terms(), part.title()))
            .toList();
    String title = brief.title() == null || brief.title().isBlank() ? draft.title() : brief.title();
    if (title.isBlank()) {
      title = OwnText.shortTitle(brief.topic(), brief.language());
    }
    return new Script(
        TextForm.onOneLine(title),
        brief.language(),
        OwnText.numbered(scenes, brief.language()),
        "llm:" + config.model(),
        tokens);
  }

  private ServiceFailure unusable(String problem, ChatAnswer answer) {
    return ServiceFailure.unavailable(
        "The language model "
            + config.model()
            + " gave no usable script, not even when asked again: "
            + problem
            + ". "
            + (answer.cutOff()
                ? "Raise content.llm.max-tokens (now " + config.maxTokens() + ")"
                : "Try again, or set content.llm.model to a larger one"));
  }

  private static ServiceFailure noModel() {
    return ServiceFailure.invalid(
        "/topic",
        "A topic needs a language model, and none is set up. Three ways on: give the text itself as"
            + " script or scenes; or run Ollama on this machine and set content.llm.base-url to"
            + " http://127.0.0.1:11434/v1 and content.llm.model to a model it has; or set"
            + " content.llm.api-key to the key of an OpenAI-compatible provider");
  }

  /** Closes its connections. */
  public Future<Void> close() {
    chat.close();
    return Future.succeededFuture();
  }
}
