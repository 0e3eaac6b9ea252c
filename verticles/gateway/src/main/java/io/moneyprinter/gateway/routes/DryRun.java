package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.ListWriters;
import io.moneyprinter.codecs.content.Writers;
import io.moneyprinter.codecs.orchestration.CostEstimate;
import io.moneyprinter.codecs.orchestration.CostMessages;
import io.moneyprinter.codecs.orchestration.EstimateCost;
import io.moneyprinter.codecs.orchestration.EstimateTime;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.TimeEstimate;
import io.moneyprinter.codecs.speech.ListVoices;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks an order over without carrying it out. What is wrong was refused before; what may come out
 * other than hoped for is a warning.
 */
final class DryRun {
  private static final String ANY_VOICE = "auto";

  /**
   * What would happen.
   *
   * @param brief as it would be ordered, templates filled in
   * @param estimate what it would cost; {@code null} when nobody could say
   * @param time how long it would be and take; {@code null} when nobody could say
   */
  record View(
      boolean valid,
      List<Violation> warnings,
      VideoBrief brief,
      CostView.Estimate estimate,
      TimeEstimate time) {}

  private final EventBus bus;

  DryRun(EventBus bus) {
    this.bus = bus;
  }

  Future<?> answer(RoutingContext ctx, VideoBrief brief) {
    List<Violation> warnings = new ArrayList<>();
    Future<CostView.Estimate> estimate =
        CostMessages.ESTIMATE
            .ask(bus, new EstimateCost(brief), Exchange.call(ctx))
            .map(found -> estimated(found, warnings))
            .otherwise(
                cause -> {
                  warnings.add(
                      new Violation(
                          "/budget", "The costs cannot be estimated now: " + cause.getMessage()));
                  return null;
                });
    Future<TimeEstimate> time =
        OrchestrationMessages.ESTIMATE_TIME
            .ask(bus, new EstimateTime(brief), Exchange.call(ctx))
            .recover(
                cause -> {
                  if (ServiceFailure.from(cause).code() == FailureCode.INVALID) {
                    return Future.failedFuture(cause);
                  }
                  warnings.add(
                      new Violation("", "The time cannot be estimated now: " + cause.getMessage()));
                  return Future.succeededFuture();
                });
    return Future.join(voice(ctx, brief, warnings), writer(ctx, brief, warnings), estimate, time)
        .compose(
            all ->
                Json.answer(
                    ctx, 200, new View(true, warnings, brief, estimate.result(), time.result())));
  }

  /** Of an order that writes and makes no video. */
  Future<?> answerWriting(RoutingContext ctx, VideoBrief brief) {
    List<Violation> warnings = new ArrayList<>();
    return writer(ctx, brief, warnings)
        .compose(looked -> Json.answer(ctx, 200, new View(true, warnings, brief, null, null)));
  }

  private static CostView.Estimate estimated(CostEstimate found, List<Violation> warnings) {
    if (found.refusal() != null) {
      warnings.add(new Violation("/budget", found.refusal()));
    }
    found.lines().stream()
        .filter(line -> !line.priced())
        .forEach(
            line ->
                warnings.add(
                    new Violation(
                        "/budget",
                        "There is no price for %s of %s; it counts as free"
                            .formatted(line.unit(), line.provider()))));
    return CostView.Estimate.of(found);
  }

  private Future<Void> writer(RoutingContext ctx, VideoBrief brief, List<Violation> warnings) {
    if (brief.topic() == null) {
      return Future.succeededFuture();
    }
    return ContentMessages.WRITERS
        .ask(bus, new ListWriters(), Exchange.call(ctx))
        .otherwise(cause -> new Writers(List.of(), "Nobody can write now: " + cause.getMessage()))
        .map(
            writers -> {
              if (writers.models().isEmpty()) {
                warnings.add(new Violation("/topic", writers.remedy()));
              }
              return (Void) null;
            });
  }

  private Future<Void> voice(RoutingContext ctx, VideoBrief brief, List<Violation> warnings) {
    boolean any = brief.voice() == null || brief.voice().equals(ANY_VOICE);
    if (any && brief.language() == null) {
      return Future.succeededFuture();
    }
    return SpeechMessages.VOICES
        .ask(bus, new ListVoices(any ? brief.language() : null), Exchange.call(ctx))
        .map(
            found -> {
              if (any && found.voices().isEmpty()) {
                warnings.add(new Violation("/language", "No voice for this language is known now"));
              } else if (!any && found.voices().stream().noneMatch(v -> is(v, brief.voice()))) {
                warnings.add(
                    new Violation(
                        "/voice", "No provider lists this voice now; another may speak instead"));
              }
              return (Void) null;
            })
        .otherwise(
            cause -> {
              warnings.add(
                  new Violation("/voice", "The voices cannot be listed: " + cause.getMessage()));
              return null;
            });
  }

  private static boolean is(Voice voice, String wanted) {
    return voice.id().equalsIgnoreCase(wanted) || voice.name().equalsIgnoreCase(wanted);
  }
}
