package io.moneyprinter.codecs.materials;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MusicBrief;
import java.util.List;
import java.util.Objects;

/**
 * Takes a stored file into the caller's music library, if it is sound from its beginning to its
 * end.
 *
 * @param audio what was uploaded; its media type is not believed
 * @param title required
 * @param mood may be {@code null}
 * @param tempo beats a minute, 40 to 240; {@code null} to have it estimated
 * @param key such as {@code D minor}; may be {@code null}
 * @param author who made it; may be {@code null}
 * @param licence on what terms it may be used; {@code null} for the caller's own responsibility
 * @param url where to read more; may be {@code null}
 */
public record AddMusic(
    Blob audio,
    String title,
    MusicBrief.Mood mood,
    Double tempo,
    String key,
    List<String> tags,
    String author,
    String licence,
    String url) {
  public AddMusic {
    Objects.requireNonNull(audio, "audio");
    tags = tags == null ? List.of() : List.copyOf(tags);
  }
}
