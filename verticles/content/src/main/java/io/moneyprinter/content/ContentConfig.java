package io.moneyprinter.content;

import io.moneyprinter.content.model.LlmConfig;
import io.moneyprinter.content.source.SourcesConfig;
import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.Optional;

/** Settings of the content service. */
public record ContentConfig(
    @Setting(doc = "The language model that writes scripts to a topic") LlmConfig llm,
    @Setting(
            doc = "How long a video to a topic should be when it is spoken, 10s to 30m",
            value = "45s")
        Duration topicLength,
    @Setting(
            doc =
                "Folder whose files replace the shipped prompts of the same names (conf/prompts):"
                    + " script-system.txt, script-user.txt, script-article.txt,"
                    + " script-enhance.txt, script-repair.txt, script-length.txt, metadata-system.txt,"
                    + " metadata-user.txt, translate-system.txt, translate-user.txt,"
                    + " rewrite-system.txt and rewrite-user.txt")
        Optional<String> prompts,
    @Setting(doc = "Where scripts may be made from") SourcesConfig sources) {
  public ContentConfig {
    if (topicLength.toSeconds() < 10 || topicLength.toMinutes() > 30) {
      throw new IllegalArgumentException("topic-length must be 10s to 30m");
    }
  }
}
