package io.moneyprinter.content.script;

import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.video.VideoBrief;
import java.util.List;
import java.util.Objects;

/**
 * A script to be written by a model.
 *
 * @param text the topic, the article or the script to reword
 * @param sources what the text was taken from, to be told with the video
 */
public record ScriptOrder(Kind kind, String text, VideoBrief brief, List<Provenance> sources) {
  /** What the text is. */
  public enum Kind {
    TOPIC,
    ARTICLE,
    ENHANCE
  }

  public ScriptOrder {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(brief, "brief");
    sources = List.copyOf(sources);
  }

  /** The key of the brief that asks for a model. */
  String pointer() {
    return switch (kind) {
      case TOPIC -> "/topic";
      case ARTICLE -> "/source";
      case ENHANCE -> "/writing/enhance";
    };
  }

  /** The same for people, at the beginning of a sentence. */
  String what() {
    return switch (kind) {
      case TOPIC -> "A topic";
      case ARTICLE -> "A script from a source";
      case ENHANCE -> "Rewording a script";
    };
  }

  /** How to do without a model, a clause. */
  String otherwise() {
    return kind == Kind.ENHANCE
        ? "leave writing.enhance out to have the script spoken word for word"
        : "give the text itself as script or scenes";
  }
}
