package io.moneyprinter.content.model;

import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.platform.tasks.ExternalCalls;
import io.vertx.core.Future;
import java.util.List;

/** A model whose answers are kept, so that a step done again after a crash does not pay again. */
final class PaidModel implements LanguageModel {
  private final LanguageModel model;
  private final String provider;
  private final ExternalCalls calls;
  private final int round;
  private final Runnable paying;

  /**
   * @param provider whom the cost is owed to
   * @param round tells equal questions apart that are to be paid anew
   * @param paying told whenever a question really goes out
   */
  PaidModel(LanguageModel model, String provider, ExternalCalls calls, int round, Runnable paying) {
    this.model = model;
    this.provider = provider;
    this.calls = calls;
    this.round = round;
    this.paying = paying;
  }

  /** Everything that decides an answer. */
  private record Question(
      String model,
      List<ChatMessage> messages,
      String schema,
      double temperature,
      int maxTokens,
      int round) {}

  @Override
  public String id() {
    return model.id();
  }

  @Override
  public Future<ModelAnswer> ask(ModelRequest request) {
    Question question =
        new Question(
            model.id(),
            request.messages(),
            request.schema() == null ? null : request.schema().name(),
            request.temperature(),
            request.maxTokens(),
            round);
    return calls.once(
        provider,
        question,
        ModelAnswer.class,
        () -> {
          paying.run();
          return model.ask(request).map(answer -> new ExternalCalls.Answer<>(answer, cost(answer)));
        });
  }

  /** By tokens; where the server does not count them, one request. */
  private List<Cost> cost(ModelAnswer answer) {
    return answer.tokens() == 0
        ? List.of(new Cost(provider, CostUnit.REQUESTS, 1))
        : List.of(
            new Cost(provider, CostUnit.INPUT_TOKENS, answer.inputTokens()),
            new Cost(provider, CostUnit.OUTPUT_TOKENS, answer.outputTokens()));
  }
}
