package io.moneyprinter.video.assembly;

import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.video.PublishVideo;
import io.moneyprinter.codecs.video.QualityReport;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Rendition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What was doubtful about an order or about what came of it, for people. Pure. */
final class Doubts {
  private Doubts() {}

  /**
   * The planner's warnings, voices that spoke for others, sources that were passed over, music that
   * plays for other, what was rendered otherwise than planned, and doubtful measures.
   */
  static List<String> of(PublishVideo request) {
    List<String> doubts = new ArrayList<>();
    if (request.script() != null) {
      doubts.addAll(request.script().notes());
    }
    request.plan().warnings().forEach(warning -> doubts.add(warning.toString()));
    request.speech().stream()
        .map(Speech::note)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(note -> doubts.add("Voice: " + note));
    if (request.music() != null && request.music().note() != null) {
      doubts.add("Music: " + request.music().note());
    }
    if (request.materials() != null) {
      request.materials().notes().forEach(note -> doubts.add("Materials: " + note));
    }
    for (RenderedSegment segment : request.segments()) {
      if (segment.note() != null) {
        doubts.add("Segment " + (segment.index() + 1) + ": " + segment.note());
      }
    }
    for (Rendition rendition : request.renditions()) {
      rendition.quality().checks().stream()
          .filter(check -> check.verdict() != QualityReport.Verdict.GOOD)
          .forEach(check -> doubts.add(measured(rendition, check)));
    }
    return doubts;
  }

  private static String measured(Rendition rendition, QualityReport.Check check) {
    return "%s%s: %s, wanted %s"
        .formatted(
            rendition.name().isEmpty() ? "" : rendition.name() + " ",
            check.name().replace('-', ' '),
            check.measured(),
            check.wanted());
  }
}
