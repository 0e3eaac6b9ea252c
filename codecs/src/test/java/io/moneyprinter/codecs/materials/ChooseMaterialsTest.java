package io.moneyprinter.codecs.materials;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.speech.NarrationBrief;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.MaterialsBrief;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChooseMaterialsTest {
  @Test
  void whoeverChoosesSeesTheWordsWithoutTheMarksForTheVoices() throws Exception {
    Script script =
        new Script(
            "Tea",
            "en",
            List.of(
                new Scene(0, "Anna: Tea [pause 1s] wakes.", List.of("tea"), "Tea"),
                new Scene(1, "Ben: is a name. Note: Anna: agrees.", List.of(), null)),
            "user",
            0);
    ChooseMaterials given =
        new ChooseMaterials(
            script,
            new MaterialsBrief("c"),
            Canvas.PORTRAIT,
            7,
            new NarrationBrief(null, Map.of("Anna", "espeak:en"), null));

    assertThat(given.script().scenes())
        .extracting(Scene::narration)
        .containsExactly("Tea wakes.", "Ben: is a name. Note: agrees.");
    assertThat(given.script().scenes().get(0).title()).isEqualTo("Tea");
    String json = RecordJson.wire().writeValueAsString(given);
    assertThat(RecordJson.wire().readValue(json, ChooseMaterials.class)).isEqualTo(given);
    String older = json.replaceFirst(",\"narration\":\\{[^}]*\\{[^}]*}[^}]*}", "");
    assertThat(RecordJson.wire().readValue(older, ChooseMaterials.class).narration())
        .isEqualTo(NarrationBrief.PLAIN);
  }
}
