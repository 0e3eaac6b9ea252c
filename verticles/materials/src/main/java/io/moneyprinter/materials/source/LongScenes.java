package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import java.util.Set;
import java.util.stream.Collectors;

/** Which scenes are too long for one picture. Pure. */
public final class LongScenes {
  /** Seconds after which most viewers of short videos have seen enough of one clip. */
  private static final double LONG = 12;

  private LongScenes() {}

  /** Indexes of the scenes that get a second picture where there is one. */
  public static Set<Integer> of(Script script) {
    return script.scenes().stream()
        .filter(LongScenes::tooLong)
        .map(Scene::index)
        .collect(Collectors.toSet());
  }

  /** Whether a scene takes so long to be told that it wants a second picture. */
  public static boolean tooLong(Scene scene) {
    return SpokenLength.seconds(scene.narration()) > LONG;
  }
}
