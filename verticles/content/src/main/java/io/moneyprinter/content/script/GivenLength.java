package io.moneyprinter.content.script;

import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.video.ScenePace;
import io.moneyprinter.codecs.video.VideoBrief;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a text that may not be touched to a wanted length as far as the voice's speed alone can,
 * and says so where it cannot.
 */
public final class GivenLength {
  private final SpokenLength lengths;

  public GivenLength(SpokenLength lengths) {
    this.lengths = lengths;
  }

  /** The script with the speed it needs; as it is where the brief wants no length. */
  public Future<Script> fit(Script script, VideoBrief brief) {
    Double target = brief.writing().seconds();
    if (target == null) {
      return Future.succeededFuture(script);
    }
    return lengths
        .seconds(script.scenes(), script.language(), brief)
        .map(
            seconds -> {
              double speech = seconds.stream().mapToDouble(Double::doubleValue).sum();
              return fitted(script, brief, speech, ScenePace.rests(brief, script.scenes().size()));
            });
  }

  private static Script fitted(Script script, VideoBrief brief, double speech, double rests) {
    double target = brief.writing().seconds();
    double rate = VoiceSpeed.of(brief.rate(), speech, target - rests);
    double length = speech * brief.rate() / rate + rests;
    List<String> notes = new ArrayList<>(script.notes());
    if (Math.abs(length - target) / target > LengthFitter.TOLERANCE) {
      notes.add(
          "The text takes about %d s to say, not the %d s that were asked for; it was left word for"
                  .formatted(Math.round(length), Math.round(target))
              + " word. Change it, or let writing.enhance reword it");
    }
    return script.at(rate, notes);
  }
}
