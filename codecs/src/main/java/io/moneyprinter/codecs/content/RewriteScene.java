package io.moneyprinter.codecs.content;

import io.moneyprinter.codecs.video.VideoBrief;
import java.util.Objects;

/**
 * Has a language model say one scene of a script otherwise.
 *
 * @param brief in which words the model is asked, and for whom it writes
 * @param script what is said before and after it
 * @param scene index of the scene
 * @param wish what should be other, such as {@code shorter}, 1 to 500 characters; {@code null} for
 *     just another wording
 */
public record RewriteScene(VideoBrief brief, Script script, int scene, String wish) {
  public static final int LONGEST_WISH = 500;

  public RewriteScene {
    Objects.requireNonNull(brief, "brief");
    Objects.requireNonNull(script, "script");
  }
}
