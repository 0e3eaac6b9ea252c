package io.moneyprinter.codecs.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.json.RecordJson;
import java.util.List;
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
  void topicAndScriptTogetherAreRefused() throws Exception {
    assertThat(violations("{\"topic\": \"tea\", \"script\": \"Tea is green.\"}")).hasSize(1);
  }

  private static List<Violation> violations(String json) throws Exception {
    return BriefRules.violations(RecordJson.strict().readValue(json, VideoBrief.class));
  }
}
