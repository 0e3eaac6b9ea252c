package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.orchestration.TimeEstimate;
import io.moneyprinter.codecs.orchestration.TimeEstimate.Span;
import io.moneyprinter.codecs.orchestration.TimeEstimate.StepTime;
import io.moneyprinter.orchestration.state.StepCost;
import io.moneyprinter.orchestration.workflow.Action;
import io.moneyprinter.orchestration.workflow.Workflow;
import io.moneyprinter.orchestration.workflow.WorkflowStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Foretells how long a video takes to make, by what its steps were measured to take here, and by
 * assumptions for those that never were.
 */
final class TimeForecast {
  /** Twice the mean deviation holds some nine measurements of ten. */
  private static final double DEVIATIONS = 2;

  /** What is only assumed may be off by this factor either way. */
  private static final double UNSURE = 3;

  private final Function<String, Optional<StepCost>> book;

  /**
   * @param book what the task of an address was measured to take
   */
  TimeForecast(Function<String, Optional<StepCost>> book) {
    this.book = book;
  }

  private record Guess(String name, Span span, long samples) {}

  /**
   * The estimate.
   *
   * @param video how long the video is
   * @param work how much there is to do for its likely length
   * @param queue seconds that go to other videos first, see {@link JobLoad#before}
   */
  TimeEstimate of(
      Workflow workflow, Span video, ExpectedWork work, Function<Double, Span> queue, int ahead) {
    double shorter = video.likely() > 0 ? video.low() / video.likely() : 1;
    double longer = video.likely() > 0 ? video.high() / video.likely() : 1;
    List<Guess> guesses = new ArrayList<>();
    for (WorkflowStep step : workflow.steps()) {
      if (!(step.action() instanceof Action.Ask)) {
        guesses.add(guess(step, work, shorter, longer));
      }
    }
    double likely = longest(workflow, guesses, Span::likely);
    Span before = queue.apply(likely);
    Span making =
        new Span(
            longest(workflow, guesses, Span::low) + before.low(),
            likely + before.likely(),
            longest(workflow, guesses, Span::high) + before.high());
    return new TimeEstimate(
        video,
        making,
        before.likely(),
        ahead,
        measured(guesses),
        guesses.stream()
            .max(Comparator.comparingDouble(guess -> guess.span().likely()))
            .map(Guess::samples)
            .orElse(0L),
        guesses.stream()
            .map(guess -> new StepTime(guess.name(), guess.span().likely(), guess.samples()))
            .toList());
  }

  private Guess guess(WorkflowStep step, ExpectedWork work, double shorter, double longer) {
    String address = step.action().address();
    double units = work.units(address);
    return book.apply(address)
        .map(cost -> measured(step.name(), cost, units, shorter, longer))
        .orElseGet(
            () -> {
              double likely = work.assumed(address) * units;
              Span span = new Span(likely / UNSURE, likely, likely * UNSURE);
              return new Guess(step.name(), span, 0);
            });
  }

  private static Guess measured(
      String name, StepCost cost, double units, double shorter, double longer) {
    double likely = cost.wall() * units;
    double off = DEVIATIONS * cost.deviation() * units;
    double low = Math.max(likely / UNSURE, likely - off) * shorter;
    return new Guess(name, new Span(low, likely, (likely + off) * longer), cost.samples());
  }

  private static double measured(List<Guess> guesses) {
    double known = 0;
    double all = 0;
    for (Guess guess : guesses) {
      all += guess.span().likely();
      known += guess.samples() > 0 ? guess.span().likely() : 0;
    }
    return all > 0 ? known / all : 0;
  }

  private static double longest(
      Workflow workflow, List<Guess> guesses, ToDoubleFunction<Span> figure) {
    Map<String, Double> takes = new HashMap<>();
    guesses.forEach(guess -> takes.put(guess.name(), figure.applyAsDouble(guess.span())));
    return CriticalPath.seconds(workflow, takes);
  }
}
