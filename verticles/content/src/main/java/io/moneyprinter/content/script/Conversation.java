package io.moneyprinter.content.script;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.content.model.ChatMessage;
import io.moneyprinter.content.model.LanguageModel;
import io.moneyprinter.content.model.ModelAnswer;
import io.moneyprinter.content.model.ModelRequest;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Talks with a model until it has given a script: an answer that holds none is sent back once with
 * what was wrong. Remembers what was said, who said it and how many tokens it took. For one script.
 */
final class Conversation {
  private final LanguageModel model;
  private final AnswerReader reader;
  private final ScriptPrompt prompt;
  private final ModelRequest opening;
  private final List<ChatMessage> said = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private final Set<String> writers = new LinkedHashSet<>();
  private int tokens;

  /**
   * @param opening with the first messages; the later ones are asked for in the same way
   */
  Conversation(
      LanguageModel model, AnswerReader reader, ScriptPrompt prompt, ModelRequest opening) {
    this.model = model;
    this.reader = reader;
    this.prompt = prompt;
    this.opening = opening;
    this.said.addAll(opening.messages());
  }

  /** The first script. */
  Future<Draft> begin() {
    return ask()
        .compose(
            answer -> {
              try {
                return Future.succeededFuture(reader.read(answer));
              } catch (UnusableAnswer e) {
                return repaired(answer, e.getMessage());
              }
            });
  }

  /**
   * Another one, as the last one has not the right length.
   *
   * @param had words it has
   * @param wanted words it should have
   */
  Future<Draft> another(int had, int wanted) {
    said.add(prompt.length(had, wanted));
    return begin();
  }

  private Future<Draft> repaired(ModelAnswer first, String problem) {
    said.add(prompt.repair(problem));
    return ask()
        .compose(
            second -> {
              try {
                return Future.succeededFuture(reader.read(second));
              } catch (UnusableAnswer e) {
                return prose(second, first, e.getMessage());
              }
            });
  }

  /** A model that cannot be brought to write JSON may have written a good script all the same. */
  private Future<Draft> prose(ModelAnswer second, ModelAnswer first, String problem) {
    for (ModelAnswer answer : List.of(second, first)) {
      try {
        return Future.succeededFuture(reader.readProse(answer));
      } catch (UnusableAnswer e) {
        // The other answer may still hold one; the failure below tells of the last problem.
        continue;
      }
    }
    return Future.failedFuture(unusable(problem, second));
  }

  private Future<ModelAnswer> ask() {
    return model
        .ask(opening.with(said))
        .onSuccess(
            answer -> {
              said.add(ChatMessage.assistant(answer.text().isBlank() ? "…" : answer.text()));
              tokens += answer.tokens();
              writers.add(answer.writer());
              notes.addAll(answer.notes());
            });
  }

  private ServiceFailure unusable(String problem, ModelAnswer answer) {
    boolean declined = problem.startsWith("it declines");
    return new ServiceFailure(
        declined ? FailureCode.INVALID : FailureCode.UNAVAILABLE,
        "The language model "
            + answer.writer()
            + " gave no usable script, not even when asked again: "
            + problem
            + ". "
            + remedy(declined, answer.cutOff()));
  }

  private String remedy(boolean declined, boolean cutOff) {
    if (declined) {
      return "Word the topic differently, or give the script as text";
    }
    return cutOff
        ? "Raise content.llm.max-tokens (now " + opening.maxTokens() + ")"
        : "Try again, or set content.llm.model to a larger one";
  }

  int tokens() {
    return tokens;
  }

  /** Who answered; several where one failed in between. */
  String writer() {
    return String.join(", ", writers);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }
}
