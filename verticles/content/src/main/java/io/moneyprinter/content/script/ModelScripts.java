package io.moneyprinter.content.script;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.content.model.AnswerSchema;
import io.moneyprinter.content.model.ChatMessage;
import io.moneyprinter.content.model.ModelRequest;
import io.moneyprinter.content.model.Models;
import io.moneyprinter.content.text.SpeakingTime;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Has a language model write scripts. One that was paid for is kept and never paid for again, for
 * equal work of any job.
 */
public final class ModelScripts {
  private static final int MOST_ROUNDS = 4;
  private static final double CHARACTERS_PER_WORD = 9;

  private final Models models;
  private final ScriptMemory memory;
  private final Prompts prompts;
  private final Duration usualLength;
  private final LengthFitter fitter;
  private final AnswerSchema schema = AnswerSchema.shipped("script");

  /**
   * @param usualLength of a video that nothing is said about
   */
  public ModelScripts(
      Models models,
      ScriptMemory memory,
      Prompts prompts,
      Duration usualLength,
      SpokenLength lengths) {
    this.models = models;
    this.memory = memory;
    this.prompts = prompts;
    this.usualLength = usualLength;
    this.fitter = new LengthFitter(lengths);
  }

  /** Everything that decides a script, for naming it. */
  private record Work(
      String what,
      String tenant,
      List<String> models,
      double temperature,
      int maxTokens,
      List<ChatMessage> messages,
      String title,
      Double seconds,
      String voice,
      Double rate,
      Long seed,
      PromptChoice prompts) {}

  /** Whether there is a model to ask. */
  public boolean any() {
    return models.any();
  }

  /**
   * The script of an order.
   *
   * @param limit the longest it may take in all
   */
  public Future<Script> write(ScriptOrder order, Duration limit, TaskContext task) {
    if (!models.any()) {
      return Future.failedFuture(Models.none(order.pointer(), order.what(), order.otherwise()));
    }
    CallContext caller = CallContext.currentOrSystem();
    VideoBrief brief = order.brief();
    double seconds = seconds(order);
    ScriptPrompt prompt = new ScriptPrompt(prompts.of(brief));
    List<ChatMessage> messages = prompt.opening(order, seconds);
    String key =
        ScriptMemory.key(
            new Work(
                "content.write-script.2",
                caller.tenant(),
                models.identity(),
                models.config().temperature(),
                models.config().maxTokens(),
                messages,
                brief.title(),
                brief.writing().seconds(),
                brief.voice(),
                brief.rate(),
                brief.seed(),
                PromptChoice.of(brief)));
    Instant deadline = Instant.now().plus(caller.remaining(limit));
    return memory
        .recall(key)
        .compose(
            known ->
                known.isPresent()
                    ? Future.succeededFuture(known.get())
                    : round(order, prompt, request(messages, deadline, seconds, task), task, 0)
                        .compose(script -> memory.remember(key, script)));
  }

  private double seconds(ScriptOrder order) {
    Double wanted = order.brief().writing().seconds();
    if (wanted != null) {
      return wanted;
    }
    return order.kind() == ScriptOrder.Kind.ENHANCE
        ? SpeakingTime.seconds(order.text())
        : usualLength.toMillis() / 1000.0;
  }

  private ModelRequest request(
      List<ChatMessage> messages, Instant deadline, double seconds, TaskContext task) {
    double expected = seconds * ScriptPrompt.WORDS_PER_SECOND * CHARACTERS_PER_WORD;
    AtomicInteger heard = new AtomicInteger();
    return new ModelRequest(
        messages,
        schema,
        models.config().temperature(),
        models.config().maxTokens(),
        deadline,
        piece -> task.progress(Math.min(0.95, heard.addAndGet(piece.length()) / expected)));
  }

  /**
   * One conversation. When all its answers were remembered ones that hold no script, because an
   * earlier try of this step had asked for them, another one is begun.
   */
  private Future<Script> round(
      ScriptOrder order, ScriptPrompt prompt, ModelRequest request, TaskContext task, int round) {
    Models.Session session = models.session(task.calls(), round);
    Conversation conversation =
        new Conversation(
            session.model(), new AnswerReader(order.brief().language()), prompt, request);
    return conversation
        .begin()
        .compose(draft -> fitter.fit(draft, order.brief(), conversation))
        .map(fitted -> fitted.script(order, conversation))
        .recover(
            cause ->
                again(cause) && !session.paid().get() && round + 1 < MOST_ROUNDS
                    ? round(order, prompt, request, task, round + 1)
                    : Future.failedFuture(cause));
  }

  private static boolean again(Throwable cause) {
    return cause instanceof ServiceFailure failure && failure.code() == FailureCode.UNAVAILABLE;
  }
}
