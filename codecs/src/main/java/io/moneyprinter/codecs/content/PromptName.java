package io.moneyprinter.codecs.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Set;

/**
 * A text that a language model is told. Words in double braces are filled in; what stands between
 * them is for the operator, and through templates for tenants, to write.
 */
public enum PromptName {
  /** Who the model is and what form its answer has. */
  @JsonProperty("script-system")
  SCRIPT_SYSTEM("topic", "language", "seconds", "words", "scenes", "wishes"),
  /** A script to a topic. */
  @JsonProperty("script-user")
  SCRIPT_USER("topic", "language", "seconds", "words", "scenes", "wishes"),
  /** A script from an article. */
  @JsonProperty("script-article")
  SCRIPT_ARTICLE("article", "language", "seconds", "words", "scenes", "wishes"),
  /** A given script, reworded. */
  @JsonProperty("script-enhance")
  SCRIPT_ENHANCE("script", "language", "seconds", "words", "scenes", "wishes"),
  /** The last answer cannot be read. */
  @JsonProperty("script-repair")
  SCRIPT_REPAIR("problem"),
  /** The last answer takes too long or too short a time to say. */
  @JsonProperty("script-length")
  SCRIPT_LENGTH("had", "wanted", "change"),
  /** Who the model is when it writes what stands with a video. */
  @JsonProperty("metadata-system")
  METADATA_SYSTEM(),
  /** A script and the platforms it will be shown on. */
  @JsonProperty("metadata-user")
  METADATA_USER("title", "language", "wishes", "platforms", "script"),
  /** Who the model is when it translates. */
  @JsonProperty("translate-system")
  TRANSLATE_SYSTEM("language", "target", "title", "scenes"),
  /** A script and the language it is wanted in. */
  @JsonProperty("translate-user")
  TRANSLATE_USER("language", "target", "title", "scenes"),
  /** Who the model is when it rewords a scene. */
  @JsonProperty("rewrite-system")
  REWRITE_SYSTEM("language", "title", "wishes", "script", "scene", "narration", "wish"),
  /** A script, and what is wanted of one of its scenes. */
  @JsonProperty("rewrite-user")
  REWRITE_USER("language", "title", "wishes", "script", "scene", "narration", "wish");

  /** Characters; the longest shipped one has about a tenth. */
  public static final int LONGEST = 20_000;

  private final Set<String> slots;

  PromptName(String... slots) {
    this.slots = Set.of(slots);
  }

  /** The names that are filled in when a model is asked. */
  public Set<String> slots() {
    return slots;
  }

  /** As it is written: {@code script-system}; with {@code .txt} behind it, its file. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
