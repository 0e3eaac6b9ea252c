package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.speech.Delivery;
import io.moneyprinter.codecs.storyboard.MadeScene;
import io.moneyprinter.codecs.storyboard.Storyboard;
import io.moneyprinter.codecs.storyboard.StoryboardScene;
import java.time.Instant;
import java.util.List;

/** A storyboard as it is shown: sounds by their address. */
record StoryboardView(
    String video,
    int version,
    boolean awaited,
    String title,
    String language,
    List<StoryboardScene> scenes,
    List<Made> made,
    Instant changedAt,
    String changedBy) {

  /** What there is of a scene. */
  record Made(
      int index,
      String narration,
      List<String> terms,
      Double seconds,
      String sound,
      String shown,
      String picture,
      String voice,
      Delivery delivery) {
    private static Made of(String video, MadeScene scene) {
      return new Made(
          scene.index(),
          scene.narration(),
          scene.terms(),
          scene.seconds(),
          scene.sound() == null
              ? null
              : "/v1/videos/" + video + "/storyboard/sounds/" + scene.index(),
          scene.shown(),
          SceneRoutes.shows(scene)
              ? "/v1/videos/" + video + "/storyboard/pictures/" + scene.index()
              : null,
          scene.voice(),
          scene.delivery());
    }
  }

  static StoryboardView of(Storyboard board) {
    return new StoryboardView(
        board.jobId(),
        board.version(),
        board.awaited(),
        board.title(),
        board.language(),
        board.scenes(),
        board.made().stream().map(scene -> Made.of(board.jobId(), scene)).toList(),
        board.changedAt(),
        board.changedBy());
  }
}
