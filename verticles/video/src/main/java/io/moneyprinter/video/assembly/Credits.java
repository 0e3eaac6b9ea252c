package io.moneyprinter.video.assembly;

import io.moneyprinter.codecs.materials.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words to put under a video: title, author, source and licence of all work of others, as Creative
 * Commons recommends to attribute
 * (https://wiki.creativecommons.org/wiki/Best_practices_for_attribution). Pure.
 */
final class Credits {
  private static final Set<String> OWN = Set.of("generated", "house", "folder", "own", "library");
  private static final Map<String, String> TITLES =
      Map.of(
          "pexels", "Pexels",
          "pixabay", "Pixabay",
          "coverr", "Coverr",
          "wikimedia", "Wikimedia Commons",
          "openverse", "Openverse",
          "freesound", "Freesound",
          "own", "own library",
          "nasa", "NASA",
          "archive", "Internet Archive",
          "wikipedia", "Wikipedia");

  private Credits() {}

  static String of(Licences all) {
    Set<String> lines = new LinkedHashSet<>();
    all.assets().stream()
        .map(Licences.Asset::provenance)
        .filter(from -> !OWN.contains(from.source()))
        .forEach(from -> lines.add(line(from)));
    boolean pictures = !lines.isEmpty();
    if (all.music() != null && (!OWN.contains(all.music().source()) || attributed(all.music()))) {
      lines.add("Music: " + line(all.music()));
    }
    all.texts().forEach(from -> lines.add("Text: " + line(from)));
    List<String> text = new ArrayList<>();
    text.add(all.title());
    text.add("");
    text.addAll(lines);
    if (pictures) {
      text.add("Pictures were cut to length and fitted to the frame.");
    }
    if (lines.isEmpty()) {
      text.add("Nothing in this video has to be credited.");
    }
    return String.join("\n", text) + "\n";
  }

  /** Music of the owner's own library may be somebody else's, who wants to be named. */
  private static boolean attributed(Provenance from) {
    return from.licence().startsWith("CC-BY") || from.licence().startsWith("CC BY");
  }

  private static String line(Provenance from) {
    StringBuilder line = new StringBuilder();
    line.append('"').append(from.title() == null ? from.id() : from.title()).append('"');
    if (from.author() != null) {
      line.append(" by ").append(from.author());
      line.append(from.authorUrl() == null ? "" : " (" + from.authorUrl() + ")");
    }
    line.append(", ").append(TITLES.getOrDefault(from.source(), capital(from.source())));
    line.append(from.url() == null ? "" : " (" + from.url() + ")");
    line.append(", ").append(from.licence());
    line.append(from.licenceUrl() == null ? "" : " (" + from.licenceUrl() + ")");
    return line.toString();
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
