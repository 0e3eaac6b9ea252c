package io.moneyprinter.materials.asset;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.UploadDetails;
import io.moneyprinter.materials.folder.Tags;
import java.util.List;

/** What is said of an asset, within bounds. */
final class AssetWords {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_LICENCE = 300;
  private static final int LONGEST_DESCRIPTION = 5000;
  private static final int LONGEST_TAG = 60;
  private static final int MOST_TAGS = 40;

  private AssetWords() {}

  /** What the sender called it, or else the file's name without its ending. */
  static String title(UploadDetails details) {
    if (details.title() != null) {
      return title(details.title());
    }
    if (details.name() == null) {
      return "Untitled";
    }
    String last = details.name().substring(details.name().lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    String stem = (dot > 0 ? last.substring(0, dot) : last).replace('_', ' ').strip();
    return stem.isEmpty() ? last : stem.substring(0, Math.min(LONGEST_TITLE, stem.length()));
  }

  static String title(String title) {
    if (title.isBlank() || title.length() > LONGEST_TITLE) {
      throw ServiceFailure.invalid(
          "/title", "A title has 1 to " + LONGEST_TITLE + " characters, and not only blanks");
    }
    return title.strip();
  }

  /** {@code null} for nothing but blanks. */
  static String licence(String text) {
    if (text.length() > LONGEST_LICENCE) {
      throw ServiceFailure.invalid(
          "/licence", "A licence is named in at most " + LONGEST_LICENCE + " characters");
    }
    return text.isBlank() ? null : text.strip();
  }

  /** {@code null} for {@code null} and for nothing but blanks. */
  static String description(String text) {
    if (text != null && text.length() > LONGEST_DESCRIPTION) {
      throw ServiceFailure.invalid(
          "/description", "A description has at most " + LONGEST_DESCRIPTION + " characters");
    }
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** The sender's tags, then the words of the file's name. */
  static List<String> tags(UploadDetails details) {
    List<String> ofName = details.name() == null ? List.of() : Tags.ofName(details.name());
    return Tags.joined(tags(details.tags()), ofName);
  }

  static List<String> tags(List<String> tags) {
    for (int i = 0; i < tags.size(); i++) {
      String tag = tags.get(i);
      if (tag.isBlank() || tag.length() > LONGEST_TAG || tag.matches("(?s).*[,;\\p{Cntrl}].*")) {
        throw ServiceFailure.invalid(
            "/tags/" + i,
            "A tag has 1 to " + LONGEST_TAG + " characters, no comma, semicolon or line end");
      }
    }
    if (tags.size() > MOST_TAGS) {
      throw ServiceFailure.invalid("/tags", "There are at most " + MOST_TAGS + " tags");
    }
    return Tags.written(String.join(",", tags));
  }
}
