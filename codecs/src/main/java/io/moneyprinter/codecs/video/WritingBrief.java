package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.content.PromptName;
import io.moneyprinter.codecs.content.SocialPlatform;
import java.util.List;
import java.util.Map;

/**
 * How a script should be written. All may be absent.
 *
 * @param seconds how long the video should last, 5 to 1800; absent for the installation's usual
 *     length of a video to a topic, and for as long as it takes of a given text
 * @param paragraphs how many scenes to write, 1 to 60
 * @param style such as {@code documentary} or {@code listicle}
 * @param tone such as {@code warm} or {@code ironic}
 * @param audience who listens, such as {@code children of ten}
 * @param enhance whether a given script may be reworded by a language model; absent keeps it word
 *     for word
 * @param platforms where the video will be shown: a language model writes title, caption,
 *     description and hashtags for each; absent derives them from the script
 * @param translateTo BCP 47 tag of the language that the finished script is translated to, scene by
 *     scene, and then spoken in; the pictures are chosen as for the original
 * @param prompts what the language model is told in the place of the installation's own texts
 */
public record WritingBrief(
    Double seconds,
    Integer paragraphs,
    String style,
    String tone,
    String audience,
    Boolean enhance,
    List<SocialPlatform> platforms,
    String translateTo,
    Map<PromptName, String> prompts) {
  /** Nothing in particular. */
  public static final WritingBrief DEFAULT = new WritingBrief(null, null, null, null, null, null);

  public WritingBrief {
    platforms = platforms == null ? List.of() : List.copyOf(platforms);
    prompts = prompts == null ? Map.of() : Map.copyOf(prompts);
  }

  /** With the installation's prompts. */
  public WritingBrief(
      Double seconds,
      Integer paragraphs,
      String style,
      String tone,
      String audience,
      Boolean enhance,
      List<SocialPlatform> platforms,
      String translateTo) {
    this(seconds, paragraphs, style, tone, audience, enhance, platforms, translateTo, Map.of());
  }

  /** For no platform in particular. */
  public WritingBrief(
      Double seconds,
      Integer paragraphs,
      String style,
      String tone,
      String audience,
      Boolean enhance) {
    this(seconds, paragraphs, style, tone, audience, enhance, List.of(), null);
  }

  /** Whether a given script may be reworded. */
  public boolean enhances() {
    return Boolean.TRUE.equals(enhance);
  }
}
