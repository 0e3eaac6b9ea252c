package io.moneyprinter.content.script;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.video.VideoBrief;
import io.vertx.core.Future;
import java.util.List;

/** How long scenes take to say. */
@FunctionalInterface
public interface SpokenLength {
  /**
   * The seconds that each scene takes, by the brief's voices and at its rate.
   *
   * @param language BCP 47 tag of the scenes, which may be translated
   */
  Future<List<Double>> seconds(List<Scene> scenes, String language, VideoBrief brief);
}
