package io.moneyprinter.content.metadata;

import io.moneyprinter.codecs.content.SocialPlatform;
import io.moneyprinter.codecs.content.VideoMetadata;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.content.text.TextForm;
import java.util.List;
import java.util.stream.Collectors;

/** Brings text within a platform's limits, and adds what has to be said about sources. Pure. */
final class PostFitter {
  private final String language;
  private final List<Provenance> sources;

  /**
   * @param language BCP 47 tag, for where words end
   */
  PostFitter(String language, List<Provenance> sources) {
    this.language = language;
    this.sources = sources;
  }

  /** A post within the limits; the hashtags are taken as they come, the first ones first. */
  VideoMetadata.Post fit(
      SocialPlatform platform,
      String title,
      String caption,
      String description,
      List<String> words) {
    List<String> tags = Hashtags.of(words, platform.hashtags());
    String tail = String.join(" ", tags);
    String credits = credits();
    String head =
        TextForm.shortened(
            caption, platform.caption() - (tail.isEmpty() ? 0 : tail.length() + 2), language);
    String body =
        TextForm.shortened(
            description,
            platform.description() - (credits.isEmpty() ? 0 : credits.length() + 2),
            language);
    return new VideoMetadata.Post(
        platform,
        TextForm.shortened(title, platform.title(), language),
        tail.isEmpty() ? head : (head + "\n\n" + tail).strip(),
        credits.isEmpty() ? body : (body + "\n\n" + credits).strip(),
        tags);
  }

  /** Shortened to leave room for the text itself. */
  private String credits() {
    return sources.stream()
        .limit(1)
        .map(
            source ->
                TextForm.shortened(source.id(), 60, language)
                    + (source.author() == null
                        ? ""
                        : ", " + TextForm.shortened(source.author(), 40, language))
                    + " ("
                    + TextForm.shortened(source.licence(), 30, language)
                    + ")"
                    + (source.url() == null || source.url().length() > 120
                        ? ""
                        : ": " + source.url()))
        .collect(Collectors.joining("\n"));
  }
}
