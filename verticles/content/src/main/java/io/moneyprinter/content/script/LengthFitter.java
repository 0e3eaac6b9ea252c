package io.moneyprinter.content.script;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.video.ScenePace;
import io.moneyprinter.codecs.video.VideoBrief;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a script to the length that was asked for, by the voice's own measure: the model is asked
 * at most twice to shorten or lengthen it, by as many words as its own last miss says; what is then
 * still missing, the voice makes up by a speed that is not noticed, and what is still too much goes
 * sentence by sentence from before the end.
 */
final class LengthFitter {
  /** How far from the wanted length is good, as a share of it. */
  static final double TOLERANCE = 0.05;

  private static final int MOST_CORRECTIONS = 2;

  /** Aimed for within the tolerance: the voice's speed is not exact to the last percent. */
  private static final double GOOD = 0.03;

  private final SpokenLength lengths;

  LengthFitter(SpokenLength lengths) {
    this.lengths = lengths;
  }

  /**
   * A draft and what it measures.
   *
   * @param speech seconds that it takes to say at the brief's speed
   * @param rests seconds beside the speech
   */
  private record Measured(Draft draft, double speech, double rests) {
    double off(double target) {
      return Math.abs(speech + rests - target) / target;
    }

    int words() {
      return LengthFitter.words(draft.narration());
    }
  }

  /** The draft in the brief's length; as it is where the brief says none. */
  Future<Fitted> fit(Draft draft, VideoBrief brief, Conversation conversation) {
    Double target = brief.writing().seconds();
    if (target == null) {
      return Future.succeededFuture(new Fitted(draft, null, List.of()));
    }
    return measure(draft, brief)
        .compose(
            first -> corrected(first, ScriptPrompt.words(target, brief), brief, conversation, 0))
        .compose(best -> finished(best, brief));
  }

  private Future<Measured> measure(Draft draft, VideoBrief brief) {
    List<Scene> scenes =
        draft.scenes().stream().map(part -> new Scene(0, part.narration(), null, null)).toList();
    return lengths
        .seconds(scenes, brief.language(), brief)
        .map(
            seconds ->
                new Measured(
                    draft,
                    seconds.stream().mapToDouble(Double::doubleValue).sum(),
                    ScenePace.rests(brief, scenes.size())));
  }

  /**
   * @param asked words that the model was asked for when it wrote this
   */
  private Future<Measured> corrected(
      Measured now, int asked, VideoBrief brief, Conversation conversation, int corrections) {
    double target = brief.writing().seconds();
    if (now.off(target) <= TOLERANCE || corrections == MOST_CORRECTIONS) {
      return Future.succeededFuture(now);
    }
    double needed = now.words() * (target - now.rests()) / now.speech();
    // A model that gave too much of what it was asked for is asked for less than is needed.
    double habit = Math.max(0.5, Math.min(2, asked / (double) Math.max(1, now.words())));
    int next = (int) Math.max(5, Math.round(needed * habit));
    return conversation
        .another(now.words(), next)
        .compose(draft -> measure(draft, brief))
        .compose(
            measured -> {
              Measured better = measured.off(target) <= now.off(target) ? measured : now;
              return corrections + 1 == MOST_CORRECTIONS
                  ? Future.succeededFuture(better)
                  : corrected(measured, next, brief, conversation, corrections + 1)
                      .map(last -> last.off(target) <= better.off(target) ? last : better);
            });
  }

  private Future<Fitted> finished(Measured best, VideoBrief brief) {
    double target = brief.writing().seconds();
    if (best.off(target) <= TOLERANCE) {
      return Future.succeededFuture(new Fitted(best.draft(), null, List.of()));
    }
    double factor = best.speech() / (target - best.rests());
    if (factor > VoiceSpeed.FASTEST) {
      Draft shorter =
          ScriptTrimmer.trim(
              best.draft(),
              brief.language(),
              (share, scenes) -> best.speech() * share + ScenePace.rests(brief, scenes) - target);
      return measure(shorter, brief).compose(trimmed -> spoken(trimmed, brief, true));
    }
    return spoken(best, brief, false);
  }

  /** The speed that makes up for the rest; measured, because voices pause as they like. */
  private Future<Fitted> spoken(Measured best, VideoBrief brief, boolean trimmed) {
    double target = brief.writing().seconds();
    List<String> notes = new ArrayList<>();
    if (trimmed) {
      notes.add("The model wrote too long a script; some sentences before its end were left out");
    }
    if (best.off(target) <= GOOD) {
      return Future.succeededFuture(new Fitted(best.draft(), null, notes));
    }
    double rate = VoiceSpeed.of(brief.rate(), best.speech(), target - best.rests());
    double length = best.speech() * brief.rate() / rate + best.rests();
    if (Math.abs(length - target) / target > TOLERANCE) {
      notes.add(
          "The script takes about %d s to say, not the %d s that were asked for: the model wrote no"
                  .formatted(Math.round(length), Math.round(target))
              + " other length when asked again");
    }
    return Future.succeededFuture(new Fitted(best.draft(), rate, notes));
  }

  /** As the model counts them: where words are not written apart, every ideograph is one. */
  static int words(String text) {
    int ideographs = (int) text.codePoints().filter(Character::isIdeographic).count();
    return ideographs > text.length() / 3 ? ideographs : text.strip().split("\\s+").length;
  }
}
