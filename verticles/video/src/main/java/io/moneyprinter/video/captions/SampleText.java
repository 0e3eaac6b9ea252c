package io.moneyprinter.video.captions;

import com.ibm.icu.util.ULocale;
import java.util.Map;

/** A short sentence in the languages that are asked for most. */
final class SampleText {
  private static final String ENGLISH = "Goats found coffee first";

  private static final Map<String, String> BY_LANGUAGE =
      Map.ofEntries(
          Map.entry("en", ENGLISH),
          Map.entry("de", "Ziegen fanden den Kaffee zuerst"),
          Map.entry("fr", "Les chèvres ont découvert le café"),
          Map.entry("es", "Las cabras descubrieron el café"),
          Map.entry("pt", "As cabras descobriram o café"),
          Map.entry("it", "Le capre scoprirono il caffè"),
          Map.entry("ru", "Козы первыми нашли кофе"),
          Map.entry("tr", "Kahveyi ilk keçiler buldu"),
          Map.entry("zh", "山羊最早发现了咖啡"),
          Map.entry("ja", "コーヒーを見つけたのは山羊です"),
          Map.entry("ko", "염소가 커피를 처음 발견했다"),
          Map.entry("ar", "اكتشف الماعز القهوة أولا"),
          Map.entry("he", "העזים גילו את הקפה"),
          Map.entry("hi", "बकरियों ने कॉफ़ी खोजी"),
          Map.entry("th", "แพะพบกาแฟเป็นครั้งแรก"));

  private SampleText() {}

  /**
   * @param language BCP 47 tag
   * @return in English where there is none in the language
   */
  static String of(String language) {
    return BY_LANGUAGE.getOrDefault(ULocale.forLanguageTag(language).getLanguage(), ENGLISH);
  }
}
