package io.moneyprinter.materials.choice;

import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.Candidate.Kind;
import io.moneyprinter.codecs.materials.Candidate.Rendition;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Appearance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pictures of a collection as candidates; its sounds and tables are for who names them. */
final class OwnFiles {
  static final String SOURCE = "folder";
  private static final String TERMS = "as agreed with whoever gave the file";

  private final Map<String, Picture> pictures = new LinkedHashMap<>();
  private final Map<String, Candidate> candidates = new LinkedHashMap<>();

  OwnFiles(Collection collection) {
    this(collection, Map.of());
  }

  /**
   * @param looks how files look, by the key of their bytes, as far as that is known
   */
  OwnFiles(Collection collection, Map<String, Appearance> looks) {
    for (Collection.Item item : collection.items()) {
      if (item.picture() instanceof Picture.Footage footage) {
        add(
            item,
            Kind.VIDEO,
            footage.seconds(),
            file(footage.blob(), footage.width(), footage.height()),
            looks.get(footage.blob().key()));
      } else if (item.picture() instanceof Picture.Still still) {
        add(
            item,
            Kind.STILL,
            null,
            file(still.blob(), still.width(), still.height()),
            looks.get(still.blob().key()));
      }
    }
  }

  private void add(
      Collection.Item item, Kind kind, Double seconds, Rendition file, Appearance looks) {
    Candidate candidate =
        new Candidate(
                SOURCE,
                item.name(),
                "",
                "",
                item.tags(),
                null,
                null,
                TERMS,
                null,
                null,
                kind,
                seconds,
                List.of(file),
                null,
                null)
            .looking(looks);
    pictures.put(candidate.key(), item.picture());
    candidates.put(candidate.key(), candidate);
  }

  private static Rendition file(Blob blob, int width, int height) {
    return new Rendition("blob:" + blob.key(), width, height, null, blob.size());
  }

  List<Candidate> candidates() {
    return List.copyOf(candidates.values());
  }

  /** A file of the collection by its key; {@code null} when there is none. */
  Candidate candidate(String key) {
    return candidates.get(key);
  }

  Picture picture(Candidate candidate) {
    return pictures.get(candidate.key());
  }

  static Provenance provenance(Candidate candidate) {
    return new Provenance(SOURCE, candidate.id(), null, TERMS, null);
  }
}
