package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.orchestration.ledger.Accounting;
import io.moneyprinter.orchestration.workflow.WorkUnits;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How much each step of a video will have to do, in the units that steps are measured by ({@link
 * WorkUnits}), told from the brief alone.
 */
final class ExpectedWork {
  /** As the workflow asks for it: pauses between scenes and the end want music too. */
  private static final double MUSIC_BEYOND = 10;

  /**
   * Seconds per unit where nothing was measured yet: a language model's answer, a neural voice at a
   * tenth of real time, 1080x1920 at real time on a few cores, and the rest as it is on such a
   * machine. They only have to do until the first video is made.
   */
  private static final Map<String, Double> ASSUMED =
      Map.of(
          ContentMessages.WRITE_SCRIPT.address(), 15.0,
          SpeechMessages.SYNTHESIZE.address(), 0.007,
          MaterialsMessages.CHOOSE.address(), 4.0,
          MaterialsMessages.COMPOSE_MUSIC.address(), 0.05,
          VideoMessages.PLAN.address(), 0.5,
          VideoMessages.RENDER_SEGMENT.address(), 0.035,
          VideoMessages.MIX_AUDIO.address(), 0.1,
          VideoMessages.ASSEMBLE.address(), 0.1,
          VideoMessages.PUBLISH.address(), 1.0);

  private final VideoBrief brief;
  private final Accounting.Length length;

  ExpectedWork(VideoBrief brief, Accounting.Length length) {
    this.brief = brief;
    this.length = length;
  }

  /** Units of a whole step, all its parts together; more than 0. */
  double units(String address) {
    double units = 1;
    if (address.equals(ContentMessages.WRITE_SCRIPT.address())) {
      units = WorkUnits.script(brief.topic() != null);
    } else if (address.equals(VideoMessages.RENDER_SEGMENT.address())) {
      units = canvases().stream().mapToDouble(this::frames).sum();
    } else if (address.equals(SpeechMessages.SYNTHESIZE.address())) {
      units = length.characters();
    } else if (address.equals(VideoMessages.MIX_AUDIO.address())) {
      units = length.seconds();
    } else if (address.equals(MaterialsMessages.COMPOSE_MUSIC.address())) {
      units = length.seconds() + MUSIC_BEYOND;
    } else if (address.equals(VideoMessages.ASSEMBLE.address())) {
      units = length.seconds() * canvases().size();
    }
    return units > 0 ? units : 1;
  }

  /** Seconds per unit of a task that was never measured. */
  double assumed(String address) {
    return ASSUMED.getOrDefault(address, 1.0);
  }

  private List<Canvas> canvases() {
    Canvas first = brief.timeline() == null ? brief.canvas() : brief.timeline().canvas();
    return Stream.concat(Stream.of(first), brief.formats().stream()).toList();
  }

  private double frames(Canvas canvas) {
    return WorkUnits.frames(length.seconds() * canvas.fps(), canvas.width(), canvas.height());
  }
}
