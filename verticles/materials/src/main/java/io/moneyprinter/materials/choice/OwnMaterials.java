package io.moneyprinter.materials.choice;

import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.video.Appearance;
import java.util.Map;

/**
 * The user's own files that a video may show.
 *
 * @param tenant whose they are
 * @param collection {@code null} for none
 * @param looks how they look, by the key of their bytes, as far as that is known
 */
public record OwnMaterials(String tenant, Collection collection, Map<String, Appearance> looks) {
  public OwnMaterials {
    looks = Map.copyOf(looks);
  }

  /** No files. */
  public static OwnMaterials none() {
    return new OwnMaterials("", null, Map.of());
  }

  /** Under what the index of these files is kept: a folder keeps its name when it changes. */
  String shelf(String language) {
    return tenant + '\n' + collection.name() + '\n' + language;
  }
}
