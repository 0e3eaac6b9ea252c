package io.moneyprinter.content.metadata;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.content.SocialPlatform;
import io.moneyprinter.codecs.content.VideoMetadata;
import io.moneyprinter.content.text.Sentences;
import io.moneyprinter.content.text.TermPicker;
import io.moneyprinter.content.text.TextForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Derives metadata from nothing but the script: its own words, in its own order. Pure. */
final class DerivedMetadata {
  /** Who wrote it. */
  static final String WRITER = "script";

  private static final int DESCRIPTION_SENTENCES = 4;
  private static final int MOST_TAGS = 8;
  private static final int THUMBNAIL = 32;

  private final Script script;
  private final PostFitter fitter;
  private final List<String> sentences;
  private final List<String> words;

  DerivedMetadata(Script script) {
    this.script = script;
    this.fitter = new PostFitter(script.language(), script.sources());
    Sentences splitter = new Sentences(script.language());
    this.sentences =
        script.scenes().stream()
            .flatMap(scene -> splitter.split(scene.narration()).stream())
            .map(String::strip)
            .toList();
    this.words = words();
  }

  VideoMetadata write(List<SocialPlatform> platforms) {
    return new VideoMetadata(thumbnail(), platforms.stream().map(this::post).toList(), WRITER);
  }

  VideoMetadata.Post post(SocialPlatform platform) {
    String caption = sentences.isEmpty() ? script.title() : sentences.get(0);
    String description =
        String.join(" ", sentences.subList(0, Math.min(DESCRIPTION_SENTENCES, sentences.size())));
    return fitter.fit(platform, script.title(), caption, description, words);
  }

  /** The first words to show large that the script has, else the beginning of its title. */
  String thumbnail() {
    return script.scenes().stream()
        .map(Scene::title)
        .filter(title -> title != null && !title.isBlank() && title.length() <= THUMBNAIL)
        .findFirst()
        .orElseGet(() -> TextForm.shortened(script.title(), THUMBNAIL, script.language()));
  }

  /** Those that come in most scenes first. */
  private List<String> words() {
    Map<String, Integer> counted = new LinkedHashMap<>();
    new TermPicker(script.language())
        .pick(script.scenes().stream().map(Scene::narration).toList())
        .forEach(terms -> terms.forEach(term -> counted.merge(term, 1, Integer::sum)));
    List<String> ranked = new ArrayList<>(counted.keySet());
    ranked.sort(Comparator.comparing((String word) -> -counted.get(word)));
    return ranked.subList(0, Math.min(MOST_TAGS, ranked.size()));
  }
}
