package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.materials.Candidate.Kind;
import io.moneyprinter.codecs.video.Canvas;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The searches for a scene, each wider than the one before: its terms together, each by itself,
 * then stills instead of clips, at last what the whole video is about. Pure.
 */
final class SearchSteps {
  private static final int TOGETHER = 2;
  private static final int ALONE = 3;
  private static final int PAGE = 20;

  private SearchSteps() {}

  static List<SourceQuery> of(Script script, Scene scene, Canvas canvas) {
    List<String> terms = scene.terms();
    List<SourceQuery> steps = new ArrayList<>();
    if (terms.size() >= TOGETHER) {
      steps.add(query(terms.subList(0, TOGETHER), Kind.VIDEO, scene, canvas));
    }
    terms.stream()
        .limit(ALONE)
        .forEach(term -> steps.add(query(List.of(term), Kind.VIDEO, scene, canvas)));
    if (!terms.isEmpty()) {
      steps.add(query(List.of(terms.get(0)), Kind.STILL, scene, canvas));
    }
    String title = scene.title() == null || !terms.isEmpty() ? script.title() : scene.title();
    if (!title.isBlank()) {
      steps.add(query(List.of(title), Kind.VIDEO, scene, canvas));
    }
    return steps;
  }

  /** What a picture that is made for a scene shows. */
  static SourceQuery picture(Scene scene, Canvas canvas) {
    List<String> terms = scene.terms().isEmpty() ? List.of(scene.narration()) : scene.terms();
    return query(terms, Kind.STILL, scene, canvas);
  }

  private static SourceQuery query(List<String> terms, Kind kind, Scene scene, Canvas canvas) {
    List<String> small = terms.stream().map(term -> term.toLowerCase(Locale.ROOT)).toList();
    return new SourceQuery(
        small,
        scene.visual(),
        "en",
        SourceQuery.Orientation.of(canvas.width(), canvas.height()),
        canvas.width(),
        canvas.height(),
        Math.ceil(SpokenLength.seconds(scene.narration())),
        kind,
        PAGE);
  }
}
