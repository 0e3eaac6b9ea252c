package io.moneyprinter.launcher.make;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.DecideStep;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.codecs.orchestration.StepView;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Shows what a job waits for a person to agree to, asks, and hands the decision in. */
public final class ReviewDesk {
  /** What was answered when nobody is there to ask. */
  public static final Function<String, Optional<String>> YES = question -> Optional.of("y");

  private final Vertx vertx;
  private final CallContext caller;
  private final PrintWriter out;
  private final Function<String, Optional<String>> ask;
  private final Set<String> asked = new HashSet<>();
  private volatile boolean asking;

  /**
   * @param ask puts a question and answers with the line that was typed, empty at the end of input;
   *     may block, and is called on a worker thread
   */
  public ReviewDesk(
      Vertx vertx, CallContext caller, PrintWriter out, Function<String, Optional<String>> ask) {
    this.vertx = vertx;
    this.caller = caller;
    this.out = out;
    this.ask = ask;
  }

  /** Whether somebody is being asked at present, and nothing else should be printed. */
  public boolean asking() {
    return asking;
  }

  /**
   * Asks when the job waits for a decision and was not asked about it. Not by two threads at once.
   */
  public void look(Job job) {
    for (StepView step : job.steps()) {
      if (step.state() == StepState.AWAITING && !asking && asked.add(question(step))) {
        asking = true;
        show(step);
        vertx
            .executeBlocking(this::answer)
            .compose(
                wish ->
                    OrchestrationMessages.DECIDE_STEP.ask(
                        vertx.eventBus(),
                        new DecideStep(job.id(), step.name(), wish.isEmpty(), wish.orElse(null)),
                        caller))
            .onFailure(this::failed)
            .onComplete(done -> asking = false);
        return;
      }
    }
  }

  /** A step that is asked about anew has another time limit. */
  private static String question(StepView step) {
    return step.name() + "/" + (step.approval() == null ? "" : step.approval().until());
  }

  private void failed(Throwable cause) {
    out.println("The decision was not taken: " + ServiceFailure.from(cause).getMessage());
    out.flush();
  }

  /** Empty for yes, else why not. */
  private Optional<String> answer() {
    String line =
        ask.apply("Make the video like this? [y, n, or what is wrong with it] ").orElse("n");
    String word = line.strip().toLowerCase(Locale.ROOT);
    if (word.equals("y") || word.equals("yes")) {
      return Optional.empty();
    }
    boolean plain = word.isEmpty() || word.equals("n") || word.equals("no");
    return Optional.of(plain ? "not as wanted" : line.strip());
  }

  private void show(StepView step) {
    out.println();
    String shown = step.approval() == null ? null : step.approval().show();
    if (shown != null) {
      out.println(text(shown));
    }
    out.flush();
  }

  private static String text(String shown) {
    try {
      Script script = RecordJson.wire().readValue(shown, Script.class);
      return "Storyboard: " + script.title() + '\n' + ScriptText.scenes(script);
    } catch (JsonProcessingException e) {
      // A workflow of the operator's own may show anything.
      return shown;
    }
  }
}
