package io.moneyprinter.content.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.content.SocialPlatform;
import io.moneyprinter.codecs.content.VideoMetadata;
import io.moneyprinter.content.script.AnswerJson;
import io.moneyprinter.content.script.SpokenText;
import io.moneyprinter.content.text.TextForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a model's metadata; what it left out is derived from the script. Pure. */
final class MetadataReader {
  private static final int THUMBNAIL = 60;

  private final Script script;
  private final DerivedMetadata derived;
  private final PostFitter fitter;

  MetadataReader(Script script) {
    this.script = script;
    this.derived = new DerivedMetadata(script);
    this.fitter = new PostFitter(script.language(), script.sources());
  }

  /** Empty when the answer holds none. */
  Optional<VideoMetadata> read(String answer, List<SocialPlatform> wanted, String writer) {
    return AnswerJson.first(answer, tree -> tree.path("platforms").size() > 0)
        .map(
            tree ->
                new VideoMetadata(
                    thumbnail(tree),
                    wanted.stream()
                        .map(platform -> post(platform, tree.path("platforms")))
                        .toList(),
                    writer));
  }

  private String thumbnail(JsonNode tree) {
    String written = SpokenText.of(tree.path("thumbnail").asText(""));
    return written.isBlank()
        ? derived.thumbnail()
        : TextForm.shortened(written, THUMBNAIL, script.language());
  }

  private VideoMetadata.Post post(SocialPlatform platform, JsonNode platforms) {
    String name = platform.name().toLowerCase(Locale.ROOT);
    for (JsonNode one : platforms) {
      String written = one.path("platform").asText("").toLowerCase(Locale.ROOT);
      boolean meant =
          platform == SocialPlatform.X
              ? written.matches("x|twitter.*|x .*")
              : written.startsWith(name);
      if (meant) {
        VideoMetadata.Post own = derived.post(platform);
        return fitter.fit(
            platform,
            or(one.path("title"), own.title()),
            withoutTags(or(one.path("caption"), script.title())),
            withoutTags(or(one.path("description"), one.path("caption").asText(script.title()))),
            tags(one.path("hashtags"), own.hashtags()));
      }
    }
    return derived.post(platform);
  }

  private static String or(JsonNode written, String otherwise) {
    String text = TextForm.onOneLine(written.asText(""));
    return text.isEmpty() || text.equals("null") ? otherwise : text;
  }

  /** Hashtags at the end have their own place. */
  private static String withoutTags(String text) {
    return text.replaceAll("(?:\\s*#[\\p{L}\\p{M}\\p{N}_]+)+\\s*$", "").strip();
  }

  private static List<String> tags(JsonNode written, List<String> otherwise) {
    List<String> tags = new ArrayList<>();
    if (written.isTextual()) {
      Stream.of(written.asText().split("[,\\s]+")).forEach(tags::add);
    }
    written.forEach(tag -> tags.add(tag.asText("")));
    return Hashtags.of(tags, 1).isEmpty() ? otherwise : tags;
  }
}
