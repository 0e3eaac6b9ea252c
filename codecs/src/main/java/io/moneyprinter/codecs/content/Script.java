package io.moneyprinter.codecs.content;

import io.moneyprinter.codecs.materials.Provenance;
import java.util.List;
import java.util.Objects;

/**
 * A finished text, cut into scenes.
 *
 * @param title name of the video
 * @param language BCP 47 tag
 * @param scenes in order, at least one
 * @param writer who wrote it: {@code user}, or provider and model
 * @param tokens tokens a language model was paid for; 0 when none was asked
 * @param rate speed of the voice that makes it last as long as was asked for, 0.5 to 2; {@code
 *     null} for the brief's
 * @param sources what it was made from and on what terms, where that has to be said
 * @param notes what was doubtful about its making, for people
 * @param metadata what stands with the video where it is shown; may be {@code null}
 */
public record Script(
    String title,
    String language,
    List<Scene> scenes,
    String writer,
    int tokens,
    Double rate,
    List<Provenance> sources,
    List<String> notes,
    VideoMetadata metadata) {
  public Script {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(writer, "writer");
    scenes = scenes == null ? List.of() : List.copyOf(scenes);
    sources = sources == null ? List.of() : List.copyOf(sources);
    notes = notes == null ? List.of() : List.copyOf(notes);
  }

  /** Made from nothing but itself, at the brief's speed, without a doubt. */
  public Script(String title, String language, List<Scene> scenes, String writer, int tokens) {
    this(title, language, scenes, writer, tokens, null, List.of(), List.of(), null);
  }

  /** The same with other notes and other text to stand with the video. */
  public Script with(List<String> otherNotes, VideoMetadata other) {
    return new Script(title, language, scenes, writer, tokens, rate, sources, otherNotes, other);
  }

  /** The same at another speed of the voice. */
  public Script at(Double otherRate, List<String> otherNotes) {
    return new Script(
        title, language, scenes, writer, tokens, otherRate, sources, otherNotes, metadata);
  }

  /** The same with other scenes. */
  public Script with(List<Scene> otherScenes) {
    return new Script(title, language, otherScenes, writer, tokens, rate, sources, notes, metadata);
  }
}
