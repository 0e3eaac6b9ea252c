package io.moneyprinter.content.script;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.PromptName;
import io.moneyprinter.codecs.content.RewriteScene;
import io.moneyprinter.codecs.content.RewrittenScene;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
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
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says one scene of a script otherwise, in the light of all the others. An answer that holds no
 * scene is asked for once more. Never remembered: who asks again wants other words.
 */
public final class SceneRewriter {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int MOST_ASKS = 2;
  private static final int MOST_TERMS = 4;
  private static final String OTHERWISE = "just other words";

  private final Models models;
  private final Prompts prompts;
  private final AnswerSchema schema = AnswerSchema.shipped("rewrite");

  public SceneRewriter(Models models, Prompts prompts) {
    this.models = models;
    this.prompts = prompts;
  }

  /** Fails with {@code INVALID} where there is no model, or the wish is too long. */
  public Future<RewrittenScene> rewrite(RewriteScene wish, TaskContext task) {
    if (!models.any()) {
      return Future.failedFuture(
          Models.none("/scene", "Rewording a scene", "write the words yourself"));
    }
    if (wish.wish() != null && wish.wish().length() > RewriteScene.LONGEST_WISH) {
      return Future.failedFuture(
          ServiceFailure.invalid(
              "/wish", "must be at most " + RewriteScene.LONGEST_WISH + " characters"));
    }
    int scenes = wish.script().scenes().size();
    if (wish.scene() < 0 || wish.scene() >= scenes) {
      return Future.failedFuture(
          ServiceFailure.invalid("/scene", "must be a scene of the script, 0 to " + (scenes - 1)));
    }
    ModelRequest request =
        new ModelRequest(
            messages(wish),
            schema,
            models.config().temperature(),
            models.config().maxTokens(),
            Instant.now().plus(CallContext.currentOrSystem().remaining(LIMIT)),
            null);
    return ask(wish, models.session(task.calls(), 0).model(), request, 0, 1);
  }

  private Future<RewrittenScene> ask(
      RewriteScene wish, LanguageModel model, ModelRequest request, int spent, int asks) {
    return model
        .ask(request)
        .compose(
            answer -> {
              int tokens = spent + answer.tokens();
              Optional<RewrittenScene> read = read(wish.script(), answer, tokens);
              if (read.isPresent()) {
                return Future.succeededFuture(read.get());
              }
              return asks < MOST_ASKS
                  ? ask(wish, model, again(request, answer, wish), tokens, asks + 1)
                  : Future.failedFuture(unusable(answer));
            });
  }

  private static ServiceFailure unusable(ModelAnswer answer) {
    return ServiceFailure.unavailable(
        "The language model "
            + answer.writer()
            + " gave no usable words for this scene, not even when asked again. Try again, or say"
            + " in other words what you want");
  }

  private ModelRequest again(ModelRequest request, ModelAnswer answer, RewriteScene wish) {
    List<ChatMessage> said = new ArrayList<>(request.messages());
    said.add(ChatMessage.assistant(answer.text().isBlank() ? "…" : answer.text()));
    String problem = "it is no JSON object with a narration in the language of the script";
    said.add(
        ChatMessage.user(
            prompts.of(wish.brief()).text(PromptName.SCRIPT_REPAIR, Map.of("problem", problem))));
    return request.with(said);
  }

  private static Optional<RewrittenScene> read(Script script, ModelAnswer answer, int tokens) {
    return AnswerJson.first(answer.text(), tree -> tree.path("narration").isTextual())
        .flatMap(
            tree -> {
              String narration = SpokenText.of(tree.path("narration").asText());
              boolean usable =
                  SpokenText.sayable(narration)
                      && !Refusals.refuses(narration)
                      && LanguageCheck.problem(narration, script.language()).isEmpty();
              return usable
                  ? Optional.of(
                      new RewrittenScene(
                          narration, terms(tree), title(tree), answer.writer(), tokens))
                  : Optional.empty();
            });
  }

  private static List<String> terms(JsonNode tree) {
    List<String> terms = new ArrayList<>();
    tree.path("terms").forEach(term -> terms.add(term.asText("").strip()));
    return terms.stream().filter(term -> !term.isEmpty()).limit(MOST_TERMS).toList();
  }

  private static String title(JsonNode tree) {
    String title = tree.path("title").isTextual() ? SpokenText.of(tree.path("title").asText()) : "";
    return title.isEmpty() || title.equals("null") ? null : title;
  }

  private List<ChatMessage> messages(RewriteScene wish) {
    Prompts told = prompts.of(wish.brief());
    Scene scene = wish.script().scenes().get(wish.scene());
    Map<String, String> values =
        Map.of(
            "language", language(wish.script()),
            "title", wish.script().title(),
            "wishes", wishes(wish),
            "script",
                wish.script().scenes().stream()
                    .map(each -> each.index() + 1 + ": " + each.narration())
                    .collect(Collectors.joining("\n")),
            "scene", Integer.toString(wish.scene() + 1),
            "narration", scene.narration(),
            "wish", wish.wish() == null || wish.wish().isBlank() ? OTHERWISE : wish.wish());
    return List.of(
        ChatMessage.system(told.text(PromptName.REWRITE_SYSTEM, values)),
        ChatMessage.user(told.text(PromptName.REWRITE_USER, values)));
  }

  private static String wishes(RewriteScene wish) {
    StringBuilder wishes = new StringBuilder();
    line(wishes, "Style", wish.brief().writing().style());
    line(wishes, "Tone", wish.brief().writing().tone());
    line(wishes, "Audience", wish.brief().writing().audience());
    return wishes.toString();
  }

  private static void line(StringBuilder wishes, String name, String value) {
    if (value != null && !value.isBlank()) {
      wishes.append(name).append(": ").append(value).append('\n');
    }
  }

  private static String language(Script script) {
    return Locale.forLanguageTag(script.language()).getDisplayName(Locale.ENGLISH)
        + " ("
        + script.language()
        + ")";
  }
}
