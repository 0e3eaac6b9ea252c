package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Grade;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that a brief names, by their names. What is asked for in vain is {@code INVALID}. */
public final class MediaShelf {
  public static final MediaShelf EMPTY = new MediaShelf(List.of());

  private final Map<String, Collection.Item> items = new LinkedHashMap<>();

  public MediaShelf(List<Collection.Item> items) {
    items.forEach(item -> this.items.put(item.name(), item));
  }

  /**
   * @param pointer of the key that names it
   */
  Picture picture(String pointer, String name) {
    Collection.Item item = item(pointer, name);
    if (item.picture() == null) {
      throw ServiceFailure.invalid(
          pointer, "'%s' is no picture or clip: name one that is".formatted(name));
    }
    return item.picture();
  }

  /** A sound, or a clip that has one. */
  Blob sound(String pointer, String name) {
    Collection.Item item = item(pointer, name);
    if (item.picture() instanceof Picture.Footage footage && Boolean.TRUE.equals(footage.audio())) {
      return footage.blob();
    }
    if (item.other() == null || item.seconds() == null) {
      throw ServiceFailure.invalid(
          pointer, "'%s' has no sound: name a sound file or a clip with sound".formatted(name));
    }
    return item.other();
  }

  /** The grade with its look-up table found; {@code null} for {@code null}. */
  Grade grade(String pointer, Grade grade) {
    if (grade == null || grade.lutMedia() == null) {
      return grade;
    }
    Collection.Item item = item(pointer, grade.lutMedia());
    if (item.other() == null || item.seconds() != null) {
      throw ServiceFailure.invalid(
          pointer, "'%s' is no look-up table: name a .cube file".formatted(grade.lutMedia()));
    }
    return new Grade(
        grade.brightness(),
        grade.contrast(),
        grade.saturation(),
        grade.temperature(),
        grade.filter(),
        item.other(),
        null);
  }

  private Collection.Item item(String pointer, String name) {
    Collection.Item item = items.get(name);
    if (item == null) {
      throw ServiceFailure.invalid(
          pointer,
          "'%s' is not in the collection; there are: %s"
              .formatted(name, String.join(", ", items.keySet())));
    }
    return item;
  }
}
