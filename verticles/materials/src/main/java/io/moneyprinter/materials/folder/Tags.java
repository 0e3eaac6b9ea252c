package io.moneyprinter.materials.folder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words for what a file shows. */
public final class Tags {
  private static final int MOST = 40;
  private static final int LONGEST = 60;

  /** Between words: anything but letters, and where a small letter meets a capital. */
  private static final Pattern BETWEEN =
      Pattern.compile("[^\\p{L}\\p{M}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  /** What cameras and programs call files. */
  private static final Set<String> MEANINGLESS =
      Set.of(
          "img",
          "dsc",
          "dscn",
          "dscf",
          "pxl",
          "vid",
          "mvi",
          "gopr",
          "mov",
          "image",
          "photo",
          "video",
          "clip",
          "final",
          "copy",
          "edit",
          "new",
          "screenshot",
          "untitled",
          "unsplash",
          "pexels",
          "pixabay",
          "hd",
          "uhd",
          "fps",
          "jpg",
          "png",
          "the",
          "and",
          "of",
          "in",
          "at",
          "on");

  private Tags() {}

  /** Words of a file's name, its folder's name last. */
  public static List<String> ofName(String name) {
    List<String> parts = new ArrayList<>(Arrays.asList(name.split("/")));
    int last = parts.size() - 1;
    int dot = parts.get(last).lastIndexOf('.');
    parts.set(last, dot > 0 ? parts.get(last).substring(0, dot) : parts.get(last));
    Set<String> tags = new LinkedHashSet<>();
    for (int i = last; i >= 0; i--) {
      for (String word : BETWEEN.split(parts.get(i))) {
        String tag = word.toLowerCase(Locale.ROOT);
        boolean ideographs = tag.codePoints().anyMatch(Character::isIdeographic);
        if ((tag.length() > 2 || ideographs) && !MEANINGLESS.contains(tag)) {
          tags.add(tag);
        }
      }
    }
    return List.copyOf(tags);
  }

  /** Tags as somebody wrote them, between commas, semicolons or line ends. */
  public static List<String> written(String text) {
    return Arrays.stream(text.split("[,;\\r\\n]+"))
        .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
        .filter(tag -> !tag.isEmpty() && tag.length() <= LONGEST)
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** Both, without repetition. */
  public static List<String> joined(List<String> one, List<String> other) {
    Set<String> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return all.stream().limit(MOST).toList();
  }
}
