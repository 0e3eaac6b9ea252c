package io.moneyprinter.content.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.moneyprinter.content.model.ModelAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors are in {@code awkward-answers.txt}. */
class AnswerReaderTest {
  private static final Pattern VECTOR =
      Pattern.compile(
          "(?ms)^### (?<name>[^|\\n]+) \\| (?<language>[\\w-]+)\\n(?<answer>.*?)^(?<mark>===|!!!)\\n"
              + "(?<result>.*?)(?=^###|\\z)");

  record Vector(String name, String language, String answer, boolean good, List<String> result) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Vector> vectors() throws IOException {
    try (InputStream in = AnswerReaderTest.class.getResourceAsStream("/awkward-answers.txt")) {
      Matcher found = VECTOR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      List<Vector> vectors = new ArrayList<>();
      while (found.find()) {
        vectors.add(
            new Vector(
                found.group("name"),
                found.group("language"),
                found.group("answer"),
                found.group("mark").equals("==="),
                found.group("result").lines().filter(line -> !line.isBlank()).toList()));
      }
      return vectors.stream();
    }
  }

  @Test
  void thereAreMoreThanFortyVectors() throws IOException {
    assertThat(vectors()).hasSizeGreaterThan(40);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theScriptIsFoundOrTheProblemNamed(Vector vector) throws UnusableAnswer {
    if (vector.good()) {
      assertThat(read(vector).scenes())
          .extracting(Draft.Part::narration)
          .containsExactlyElementsOf(vector.result());
    } else {
      assertThat(catchThrowable(() -> read(vector)))
          .isInstanceOf(UnusableAnswer.class)
          .hasMessageContaining(vector.result().get(0));
    }
  }

  @Test
  void titlesTermsAndHintsAreReadUnderTheirManyNames() throws UnusableAnswer {
    Draft draft =
        new AnswerReader("en")
            .read(
                answer(
                    """
                    {"title": "**Bees**", "scenes": [{"narration": "The bee comes home.",
                     "Search Terms": "bee, *hive*", "visual": "A bee lands.", "on_screen_text": "Home"}]}
                    """,
                    false));

    assertThat(draft.title()).isEqualTo("Bees");
    assertThat(draft.scenes())
        .containsExactly(
            new Draft.Part("The bee comes home.", List.of("bee", "hive"), "A bee lands.", "Home"));
  }

  @Test
  void anAnswerThatWasCutOffIsNotTakenForAWholeOne() {
    assertThat(
            catchThrowable(
                () ->
                    new AnswerReader("en")
                        .read(answer("{\"scenes\": [{\"narration\": \"The bee comes", true))))
        .hasMessageContaining("cut off");
  }

  /** As a conversation does it: prose only counts when no JSON comes. */
  private static Draft read(Vector vector) throws UnusableAnswer {
    AnswerReader reader = new AnswerReader(vector.language());
    ModelAnswer answer = answer(vector.answer(), false);
    try {
      return reader.read(answer);
    } catch (UnusableAnswer problem) {
      if (problem.getMessage().contains("no JSON object")) {
        return reader.readProse(answer);
      }
      throw problem;
    }
  }

  private static ModelAnswer answer(String text, boolean cutOff) {
    return new ModelAnswer(text, 0, 0, cutOff, "test", List.of());
  }
}
