package io.moneyprinter.content.script;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.PromptName;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.content.model.AnswerSchema;
import io.moneyprinter.content.model.ChatMessage;
import io.moneyprinter.content.model.LanguageModel;
import io.moneyprinter.content.model.ModelAnswer;
import io.moneyprinter.content.model.ModelRequest;
import io.moneyprinter.content.model.Models;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Translates a finished script scene by scene. Scenes, search terms and hints for the camera stay
 * what they are, so that a video with the same seed shows the same pictures under another voice.
 * Scenes that an answer left out, or left in the old language, are asked for once more by
 * themselves, and again.
 */
public final class ScriptTranslator {
  private static final int MOST_ASKS = 3;

  private final Models models;
  private final ScriptMemory memory;
  private final Prompts prompts;
  private final AnswerSchema schema = AnswerSchema.shipped("translation");

  public ScriptTranslator(Models models, ScriptMemory memory, Prompts prompts) {
    this.models = models;
    this.memory = memory;
    this.prompts = prompts;
  }

  /** Everything that decides a translation, for naming it. */
  private record Work(
      String what,
      String tenant,
      List<String> models,
      Script script,
      String language,
      PromptChoice prompts) {}

  /** What is wanted, and in which words it is asked for. */
  private record Wish(Script script, String language, Prompts prompts) {}

  /** What was translated so far. */
  private record Progress(String title, Map<Integer, TranslationReader.Line> lines, int tokens) {
    Progress with(TranslationReader.Translation more, ModelAnswer answer) {
      Map<Integer, TranslationReader.Line> all = new TreeMap<>(more.lines());
      all.putAll(lines);
      return new Progress(title.isEmpty() ? more.title() : title, all, tokens + answer.tokens());
    }
  }

  /**
   * The script in the language that its brief wants it translated to.
   *
   * @param limit the longest it may take in all
   */
  public Future<Script> translate(
      Script script, VideoBrief brief, Duration limit, TaskContext task) {
    String language = brief.writing().translateTo();
    if (!models.any()) {
      return Future.failedFuture(
          Models.none(
              "/writing/translateTo",
              "A translation",
              "leave writing.translateTo out and give the text in that language"));
    }
    CallContext caller = CallContext.currentOrSystem();
    String key =
        ScriptMemory.key(
            new Work(
                "content.translate.1",
                caller.tenant(),
                models.identity(),
                script,
                language,
                PromptChoice.of(brief)));
    Wish wish = new Wish(script, language, prompts.of(brief));
    Instant deadline = Instant.now().plus(caller.remaining(limit));
    LanguageModel model = models.session(task.calls(), 0).model();
    return memory
        .recall(key)
        .compose(
            known ->
                known.isPresent()
                    ? Future.succeededFuture(known.get())
                    : ask(wish, model, deadline, new Progress("", Map.of(), 0), 0)
                        .map(done -> translated(script, language, done))
                        .compose(made -> memory.remember(key, made)));
  }

  private Future<Progress> ask(
      Wish wish, LanguageModel model, Instant deadline, Progress so, int asks) {
    Script script = wish.script();
    List<Scene> missing =
        script.scenes().stream()
            .filter(scene -> !so.lines().containsKey(scene.index() + 1))
            .toList();
    if (missing.isEmpty()) {
      return Future.succeededFuture(so);
    }
    if (asks == MOST_ASKS) {
      return Future.failedFuture(
          ServiceFailure.unavailable(
              "The language model "
                  + model.id()
                  + " left "
                  + missing.size()
                  + " of "
                  + script.scenes().size()
                  + " scenes untranslated, however often it was asked. Try again, or set"
                  + " content.llm.model to a larger one"));
    }
    ModelRequest request =
        new ModelRequest(
            messages(wish, missing),
            schema,
            models.config().temperature() / 2,
            models.config().maxTokens(),
            deadline,
            null);
    return model
        .ask(request)
        .compose(
            answer ->
                ask(
                    wish,
                    model,
                    deadline,
                    so.with(TranslationReader.read(answer.text(), wish.language()), answer),
                    asks + 1));
  }

  private static List<ChatMessage> messages(Wish wish, List<Scene> scenes) {
    StringBuilder told = new StringBuilder();
    for (Scene scene : scenes) {
      told.append(scene.index() + 1).append(": ").append(scene.narration()).append('\n');
      if (scene.title() != null) {
        told.append("   (shown large: ").append(scene.title()).append(")\n");
      }
    }
    Map<String, String> values =
        Map.of(
            "language", name(wish.script().language()),
            "target", name(wish.language()),
            "title", wish.script().title(),
            "scenes", told.toString());
    return List.of(
        ChatMessage.system(wish.prompts().text(PromptName.TRANSLATE_SYSTEM, values)),
        ChatMessage.user(wish.prompts().text(PromptName.TRANSLATE_USER, values)));
  }

  private static String name(String language) {
    return Locale.forLanguageTag(language).getDisplayName(Locale.ENGLISH) + " (" + language + ")";
  }

  private static Script translated(Script script, String language, Progress done) {
    List<Scene> scenes = new ArrayList<>();
    for (Scene scene : script.scenes()) {
      TranslationReader.Line line = done.lines().get(scene.index() + 1);
      scenes.add(
          new Scene(
              scene.index(),
              line.narration(),
              scene.terms(),
              scene.title() == null ? null : line.title(),
              scene.visual()));
    }
    return new Script(
        done.title().isEmpty() ? script.title() : done.title(),
        language,
        scenes,
        script.writer(),
        script.tokens() + done.tokens(),
        null,
        script.sources(),
        script.notes(),
        null);
  }
}
