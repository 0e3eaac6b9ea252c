package io.moneyprinter.codecs.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.json.RecordJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BriefRulesTest {
  @Test
  void aScriptAloneIsEnough() throws Exception {
    assertThat(violations("{\"script\": \"Honey never spoils.\"}")).isEmpty();
  }

  @Test
  void nothingToSayIsRefusedAndTheWaysOnAreNamed() throws Exception {
    assertThat(violations("{}"))
        .singleElement()
        .extracting(Violation::message)
        .asString()
        .contains("script", "scenes", "topic");
  }

  @Test
  void anEmptyScriptIsCalledEmpty() throws Exception {
    assertThat(violations("{\"script\": \"  \"}"))
        .singleElement()
        .extracting(Violation::message)
        .asString()
        .startsWith("The script is empty");
  }

  @Test
  void fiftyThousandWordsAreTooMany() throws Exception {
    String script = "word ".repeat(50_000);

    List<Violation> found = violations("{\"script\": \"" + script + "\"}");

    assertThat(found).singleElement().extracting(Violation::pointer).isEqualTo("/script");
    assertThat(found.get(0).message()).contains("50000", "4000");
  }

  @Test
  void howItIsSpokenIsCheckedToo() throws Exception {
    assertThat(
            violations(
                """
                {"scenes": [
                   {"narration": "Anna: [pause 2s]", "voice": " "},
                   {"narration": "Hi.", "delivery": {"rate": 3, "pitch": -13, "volume": 13}}],
                 "narration": {"pitch": 20, "voices": {"Anna": ""}, "lexicon": {"a/b": " "}}}
                """))
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder(
            "/narration/pitch",
            "/narration/voices/Anna",
            "/narration/lexicon/a~1b",
            "/scenes/0/narration",
            "/scenes/0/voice",
            "/scenes/1/delivery/rate",
            "/scenes/1/delivery/pitch",
            "/scenes/1/delivery/volume");
  }

  @Test
  void everythingWrongIsFoundAtOnce() throws Exception {
    assertThat(
            violations(
                """
                {"scenes": [{"narration": "Fine."}, {"narration": " "}], "rate": 9,
                 "language": "no such language", "captions": {"size": 50, "color": "red"},
                 "music": {"volume": 12}}
                """))
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder(
            "/scenes/1/narration",
            "/rate",
            "/language",
            "/captions/size",
            "/captions/color",
            "/music/volume");
  }

  @Test
  void musicIsNamedOrDescribedButNotBoth() throws Exception {
    for (String good :
        List.of(
            "{\"id\": \"house:pulse\", \"volume\": -20}",
            "{\"mood\": \"calm\", \"tempo\": 70}",
            "{\"source\": \"openverse\"}")) {
      assertThat(violations("{\"script\": \"Tea.\", \"music\": " + good + "}")).as(good).isEmpty();
    }
    Map.of(
            "{\"id\": \"house:pulse\", \"mood\": \"calm\"}", "/music/id",
            "{\"id\": \"pulse\"}", "/music/id",
            "{\"file\": \"a.mp3\"}", "/music/file",
            "{\"mood\": \"none\", \"tempo\": 90}", "/music/mood",
            "{\"source\": \"composed\", \"tempo\": 90}", "/music/tempo",
            "{\"tempo\": 1000}", "/music/tempo")
        .forEach(
            (bad, pointer) ->
                assertThat(found(bad))
                    .as(bad)
                    .extracting(Violation::pointer)
                    .containsExactly(pointer));
  }

  private static List<Violation> found(String music) {
    try {
      return violations("{\"script\": \"Tea.\", \"music\": " + music + "}");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theLookOfCaptionsIsChecked() throws Exception {
    assertThat(
            violations(
                """
                {"script": "Fine.", "captions": {"offset": 101, "backgroundColor": "#12345"}}
                """))
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder("/captions/offset", "/captions/backgroundColor");
    assertThat(
            violations(
                """
                {"script": "Fine.", "captions": {"mode": "pop", "offset": 0, "shadow": false,
                 "background": "rounded", "backgroundColor": "#12345678"}}
                """))
        .isEmpty();
  }

  @Test
  void captionsFromBeforeThereWereBackgroundsLookAsTheyDid() throws Exception {
    CaptionStyle style =
        RecordJson.wire().readValue("{\"mode\": \"boxed\", \"size\": 5}", CaptionStyle.class);

    assertThat(style.background()).isEqualTo(CaptionStyle.Background.NONE);
    assertThat(style.shadow()).isTrue();
    assertThat(style.offset()).isNull();
    assertThat(style.position()).isEqualTo(CaptionStyle.Position.BOTTOM);
  }

  @Test
  void topicAndScriptTogetherAreRefused() throws Exception {
    assertThat(violations("{\"topic\": \"tea\", \"script\": \"Tea is green.\"}")).hasSize(1);
  }

  @Test
  void theKeysOfMediaAreChecked() throws Exception {
    assertThat(
            violations(
                """
                {"scenes": [{"narration": "Fine.", "media": " ", "speed": 9, "volume": 40,
                             "fit": {"focusX": 2}, "grade": {"contrast": 7},
                             "transitionSeconds": 5}],
                 "materials": {"collection": "c"}, "transitionSeconds": -1,
                 "overlays": [{"media": "a.png", "width": 0, "radius": 0.7,
                               "path": [{"at": 1, "x": 0, "y": 0}, {"at": 1, "x": 9, "y": 0}]}],
                 "sounds": [{"at": -1}],
                 "brand": {"colors": ["#000000"], "logoWidth": 2, "endCard": " "}}
                """))
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder(
            "/scenes/0/media",
            "/scenes/0/speed",
            "/scenes/0/volume",
            "/scenes/0/fit/focusX",
            "/scenes/0/grade/contrast",
            "/scenes/0/transitionSeconds",
            "/transitionSeconds",
            "/overlays/0/width",
            "/overlays/0/radius",
            "/overlays/0/path/1/at",
            "/overlays/0/path/1/x",
            "/sounds/0/media",
            "/sounds/0/at",
            "/brand/colors",
            "/brand/logoWidth",
            "/brand/endCard");
  }

  @Test
  void aFileNeedsACollection() throws Exception {
    assertThat(violations("{\"script\": \"Fine.\", \"brand\": {\"logo\": \"logo.png\"}}"))
        .singleElement()
        .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/brand/logo"))
        .satisfies(fault -> assertThat(fault.message()).contains("materials.folder"));
  }

  @Test
  void formatsDifferAndKeepTheFrameRate() throws Exception {
    assertThat(
            violations(
                """
                {"script": "Fine.", "canvas": "9:16@25",
                 "formats": ["16:9", "1:1@25", "square@25", "9:16@25"]}
                """))
        .extracting(Violation::pointer)
        .containsExactly("/formats/0", "/formats/2", "/formats/3");
  }

  @Test
  void subtitlesHaveATagATextAndEachLanguageOnce() throws Exception {
    assertThat(
            violations(
                """
                {"script": "Fine.", "output": {"container": "webm", "codec": "h264"},
                 "subtitles": [{"language": "no language", "text": "none"},
                  {"language": "de", "text": "00:00:01,000 --> 00:00:02,000"},
                  {"language": "DE", "text": "00:00:01,000 --> 00:00:02,000"}]}
                """))
        .extracting(Violation::pointer)
        .containsExactlyInAnyOrder(
            "/subtitles/0/language", "/subtitles/0/text", "/subtitles/2/language", "/output/codec");
  }

  @Test
  void sourcesAreNamedAloneOrInOrder() throws Exception {
    assertThat(violations("{\"script\": \"Fine.\", \"materials\": {\"source\": \"pexels\"}}"))
        .isEmpty();
    List<Violation> found =
        violations(
            """
            {"script": "Fine.", "materials": {"source": ["wikimedia", "pexel", "generated"]}}
            """);
    assertThat(found)
        .singleElement()
        .extracting(Violation::pointer)
        .isEqualTo("/materials/source/1");
    assertThat(found.get(0).message()).contains("pexels", "pixabay");
  }

  private static List<Violation> violations(String json) throws Exception {
    return BriefRules.violations(RecordJson.strict().readValue(json, VideoBrief.class));
  }
}
