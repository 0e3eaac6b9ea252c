package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where the pictures come from.
 *
 * @param collection id of an imported collection whose files are matched to the scenes; absent for
 *     none
 * @param source where pictures are looked for that no file of the collection shows, in this order,
 *     one name or several of {@link #SOURCES}; what follows {@code generated} is never asked.
 *     Absent or {@code auto} for what the installation is set to
 * @param picks what scenes show that a person chose for them: the key of a candidate, such as
 *     {@code pexels:857195}, or {@code generated}, by the index of the scene
 */
public record MaterialsBrief(
    String collection,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> source,
    Map<String, String> picks) {
  public static final MaterialsBrief GENERATED = new MaterialsBrief(null);

  /** Every name that {@code source} takes. */
  public static final Set<String> SOURCES =
      Set.of(
          "auto",
          "folder",
          "library",
          "generated",
          "pexels",
          "pixabay",
          "coverr",
          "wikimedia",
          "openverse",
          "nasa",
          "archive",
          "openai-images",
          "stability",
          "comfyui");

  public MaterialsBrief {
    source = source == null ? List.of() : List.copyOf(source);
    picks = picks == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(picks));
  }

  /** What was picked, by the index of its scene. */
  public Map<Integer, String> picked() {
    Map<Integer, String> picked = new TreeMap<>();
    picks.forEach((scene, key) -> picked.put(Integer.valueOf(scene), key));
    return picked;
  }

  /** With nothing picked by hand. */
  public MaterialsBrief(String collection, List<String> source) {
    this(collection, source, null);
  }

  /** The same with files of a collection first. */
  public MaterialsBrief with(String imported) {
    return new MaterialsBrief(imported, source, picks);
  }

  /** From a collection, then from wherever the installation is set to. */
  public MaterialsBrief(String collection) {
    this(collection, List.of());
  }
}
