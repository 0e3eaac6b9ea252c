package io.moneyprinter.codecs.materials;

import io.moneyprinter.codecs.video.MusicBrief;
import java.util.List;
import java.util.Objects;

/**
 * A piece of the music library as it is listed.
 *
 * @param id its source and its name there, such as {@code house:first-light}
 * @param mood {@code null} where nobody said it
 * @param tempo beats a minute; {@code null} where it is not known
 * @param key such as {@code D minor}; {@code null} where it is not known
 * @param seconds length; {@code null} where it is not known
 * @param loudness integrated, LUFS (EBU R 128); {@code null} before it was measured
 * @param provenance who made it, and on what terms it may be used
 */
public record MusicPiece(
    String id,
    String title,
    MusicBrief.Source source,
    MusicBrief.Mood mood,
    Double tempo,
    String key,
    Double seconds,
    Double loudness,
    List<String> tags,
    Provenance provenance) {
  public MusicPiece {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(provenance, "provenance");
    tags = tags == null ? List.of() : List.copyOf(tags);
  }
}
