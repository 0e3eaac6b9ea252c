package io.moneyprinter.materials.folder;

import io.moneyprinter.materials.search.TextLanguage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Words for what a file shows. */
public final class Tags {
  private static final int MOST = 40;
  private static final int LONGEST = 60;

  /** Between words: anything but letters, and where a small letter meets a capital. */
  private static final Pattern BETWEEN =
      Pattern.compile("[^\\p{L}\\p{M}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  /** What cameras, programs and sites of pictures call files, and what files are. */
  private static final Set<String> MEANINGLESS =
      words(
          "img imgp image images photo photos picture pic dsc dscn dscf dscs cimg mvimg pano burst dcim"
              + " pxl vid video videos clip clips mvi mov movie gopr dji whatsapp screenshot screen"
              + " shot recording scan download untitled unnamed file export final copy kopie copia"
              + " edit edited new old version draft unsplash pexels pixabay shutterstock istock"
              + " adobestock fps uhd fhd hdr jpg jpeg png webp gif heic tif tiff bmp raw mkv avi webm"
              + " wav mp3 flac the and");

  /**
   * Small words of one language that say something in another: "war" and "hat" are German, "sea"
   * and "son" Spanish.
   */
  private static final Set<String> AMBIGUOUS =
      words(
          "war hat man men bin nun son ton plus tout par sea hay era sin dove van door hoe hem want"
              + " den die mitt till dig min bile ben come con chi lei sue met premier");

  private Tags() {}

  /**
   * Words of a file's name, its folder's name last; without small words of their language, and
   * without what cameras and programs call files.
   */
  public static List<String> ofName(String name) {
    List<String> parts = new ArrayList<>(Arrays.asList(name.split("/")));
    int last = parts.size() - 1;
    int dot = parts.get(last).lastIndexOf('.');
    parts.set(last, dot > 0 ? parts.get(last).substring(0, dot) : parts.get(last));
    List<String> said = new ArrayList<>();
    for (int i = last; i >= 0; i--) {
      BETWEEN
          .splitAsStream(parts.get(i))
          .map(word -> word.toLowerCase(Locale.ROOT))
          .forEach(said::add);
    }
    Predicate<String> small = smallWords(said);
    Set<String> tags = new LinkedHashSet<>();
    for (String word : said) {
      boolean ideographs = word.codePoints().anyMatch(Character::isIdeographic);
      if ((word.length() > 2 || ideographs) && !MEANINGLESS.contains(word) && !small.test(word)) {
        tags.add(word);
      }
    }
    return List.copyOf(tags);
  }

  /** Which of them say nothing by themselves, in the language that they seem to be of. */
  private static Predicate<String> smallWords(List<String> words) {
    String language = TextLanguage.guess(String.join(" ", words));
    boolean sure =
        language.equals("en")
            || words.stream()
                .anyMatch(word -> TextLanguage.small(word, language) && !AMBIGUOUS.contains(word));
    return word -> TextLanguage.small(word, language) && (sure || !AMBIGUOUS.contains(word));
  }

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
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
