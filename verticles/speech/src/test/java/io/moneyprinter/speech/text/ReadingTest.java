package io.moneyprinter.speech.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {
  private static final Pattern SPACES = Pattern.compile(" +");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "it’s — so–so | it's , so, so",
        "“quoted” *bold* _it_ | quoted bold it",
        "$5.99 or $1 or ($0.99) | 5 dollars 99 or 1 dollar or (99 cents)",
        "$25.4 billion, | 25.4 billion dollars,",
        "€1,200 £1.5M $3bn. | 1,200 euros 1.5 million pounds 3 billion dollars.",
        "10–20 ~5% | 10 to 20 about 5 percent",
        "4K 1080p 30fps 3D 21st 1960s | 4 K 1080 p 30 frames per second 3 D 21st 19 60s",
        "and/or 24/7 1/2 | and or 24 7 one half",
        "C++ #1 #coffee R&D | C plus plus number 1 coffee R and D",
        "https://www.example.com/a?b=1, | example dot com,",
        "mail@example.org | mail at example dot org",
        "30°C 5km/h 16GB | 30 degrees Celsius 5 kilometers per hour 16 gigabytes",
        "🚀 go👍🏽 ✅ | go",
        "wait... what… | wait. what."
      })
  void englishPutsSignsIntoWords(String written, String spoken) {
    assertThat(read(written, Locale.US)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Kaffee — gut – 🙂 | Kaffee , gut ,",
        "l’eau « bonne » | l'eau bonne",
        "https://beispiel.de/pfad?x=1. | beispiel.de.",
        "a/b 12/3 - 5 € | a b 12/3 , fünf Euro",
        "咖啡，很好！ | 咖啡，很好！"
      })
  void otherLanguagesLoseOnlyWhatNoVoiceReads(String written, String spoken) {
    assertThat(read(written, Locale.GERMAN)).isEqualTo(spoken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Dr. Müller zahlte 3,50 € und z. B. 12 % mehr. | Doktor Müller zahlte drei Euro fünfzig und zum Beispiel zwölf Prozent mehr.",
        "de | Am 3. Oktober 1990, um 14:30 | Am dritten Oktober neunzehnhundertneunzig, um 14:30",
        "de | 1.000 km bei 120 km/h, 10–20 Tage | eintausend Kilometer bei einhundertzwanzig Kilometer pro Stunde, zehn bis zwanzig Tage",
        "de | 03.10.2024 Version 2.0.1 007 | 03.10.2024 Version 2.0.1 007",
        "fr | M. Dupont, 1er étage, 25 % de 2 000 € | Monsieur Dupont, premier étage, vingt-cinq pour cent de deux mille euros",
        "es | El Sr. Gómez corrió 5 km en la 3ª carrera. | El Señor Gómez corrió cinco kilómetros en la tercera carrera.",
        "ru | т. е. 3,5 кг | то есть три целых пять десятых килограмма",
        "it | costa €5, ecc. | costa cinque euro, eccetera",
        "sw | vitu 5 | vitu tano"
      })
  void everyLanguageSaysItsOwnNumbersAndAbbreviations(
      String language, String written, String spoken) {
    assertThat(read(written, Locale.forLanguageTag(language))).isEqualTo(spoken);
  }

  @Test
  void chineseYearsAreSaidDigitByDigit() {
    List<String> words = WrittenWords.of("2024年有100个").stream().map(WrittenWord::text).toList();

    assertThat(String.join("", Reading.in(Locale.CHINESE).of(words))).isEqualTo("二〇二四年有一百个");
  }

  @Test
  void noLanguageStumblesOverAnythingThatIsWritten() {
    List<String> awkward =
        List.of(
            "1",
            "12.",
            "3,50",
            "€",
            "1.234.567,89",
            "$",
            "5",
            "kg)",
            "10–20",
            "%",
            "007",
            "٣",
            "½",
            "z.",
            "B.",
            "т.",
            "е.",
            "1er",
            "2ª",
            "99999999999999999999",
            "km/h",
            "$5.",
            "-3",
            "+",
            "12:30",
            "2024",
            "年",
            "...",
            "$\\",
            "5%",
            "1 000",
            "#1",
            "🚀",
            "a.C.",
            "1.",
            "000");
    for (String tag : Locale.getISOLanguages()) {
      Locale language = Locale.forLanguageTag(tag);
      assertThat(Reading.in(language).of(awkward)).as(tag).hasSameSizeAs(awkward);
      assertThat(new Digits(language).inWords("1 2024 99999999999999999999")).isNotEmpty();
    }
  }

  private static String read(String written, Locale language) {
    List<String> words = Reading.in(language).of(List.of(written.split(" ")));
    return SPACES.matcher(String.join(" ", words)).replaceAll(" ").strip();
  }
}
