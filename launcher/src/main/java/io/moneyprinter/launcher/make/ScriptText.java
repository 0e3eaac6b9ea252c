package io.moneyprinter.launcher.make;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.content.VideoMetadata;
import java.util.Locale;

/** Scripts as people read them at a terminal. */
public final class ScriptText {
  /** Who writes what is derived from the script's own words. */
  private static final String DERIVED = "script";

  private ScriptText() {}

  /** Title and scenes, and what a model wrote to stand with the video. */
  public static String of(Script script) {
    StringBuilder text = new StringBuilder(script.title()).append('\n').append(scenes(script));
    if (script.metadata() != null && !script.metadata().writer().equals(DERIVED)) {
      for (VideoMetadata.Post post : script.metadata().posts()) {
        text.append(
            String.format(
                Locale.ROOT,
                "%n%s: %s%n      %s%n",
                post.platform().name().toLowerCase(Locale.ROOT),
                post.title(),
                post.caption().replace("\n", "\n      ")));
      }
    }
    return text.toString();
  }

  /** The scenes alone, each on a line of its own with what its picture shows below. */
  static String scenes(Script script) {
    StringBuilder text = new StringBuilder();
    for (Scene scene : script.scenes()) {
      text.append(String.format(Locale.ROOT, "%n  %2d  %s", scene.index() + 1, scene.narration()));
      if (!scene.terms().isEmpty()) {
        text.append("\n      pictures: ").append(String.join(", ", scene.terms()));
      }
    }
    return text.append('\n').toString();
  }
}
