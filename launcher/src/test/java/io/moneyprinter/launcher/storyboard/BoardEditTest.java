package io.moneyprinter.launcher.storyboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardEditTest {
  private JsonNode shown;
  private BoardEdit board;

  @BeforeEach
  void read() throws Exception {
    shown =
        RecordJson.wire()
            .readTree(
                """
                {"video": "x", "version": 3, "title": "Tea", "scenes": [
                  {"id": "s1", "origin": 0, "locked": false, "scene":
                    {"narration": "Warm the pot. Pour.", "terms": ["pot"], "title": "TEA"}},
                  {"id": "s2", "origin": 1, "locked": false, "scene":
                    {"narration": "Drink.", "terms": ["cup", "pot"]}},
                  {"id": "s3", "origin": 2, "locked": true, "scene":
                    {"narration": "Wash.", "terms": []}}]}""");
    board = new BoardEdit(shown);
  }

  private List<String> said() throws Exception {
    List<String> all = new ArrayList<>();
    RecordJson.wire()
        .readTree(board.body())
        .path("scenes")
        .forEach(scene -> all.add(scene.path("scene").path("narration").asText()));
    return all;
  }

  @Test
  void scenesAreSplitJoinedAndMovedByNumberOrId() throws Exception {
    board.split("1", "the pot.");
    assertThat(said()).containsExactly("Warm the pot.", "Pour.", "Drink.", "Wash.");
    JsonNode second = RecordJson.wire().readTree(board.body()).path("scenes").get(1);
    assertThat(second.path("scene").has("title")).isFalse(); // large words are shown once
    assertThat(second.has("origin")).isFalse();

    board.merge("2");
    assertThat(said()).containsExactly("Warm the pot.", "Pour. Drink.", "Wash.");
    board.move("s3", 1);
    assertThat(said()).containsExactly("Wash.", "Warm the pot.", "Pour. Drink.");
    board.remove("3");
    assertThat(said()).containsExactly("Wash.", "Warm the pot.");
    assertThat(shown.path("scenes")).hasSize(3); // what was shown is left as it was
  }

  @Test
  void whatCannotBeDoneIsSaid() {
    assertThatThrownBy(() -> board.told("s3"))
        .isInstanceOf(ServiceFailure.class)
        .hasMessageContaining("unlock it");
    assertThatThrownBy(() -> board.merge("2")).hasMessageContaining("locked");
    assertThatThrownBy(() -> board.merge("3")).hasMessageContaining("no scene behind");
    assertThatThrownBy(() -> board.split("1", "milk")).hasMessageContaining("exactly once");
    assertThatThrownBy(() -> board.split("1", "Pour.")).hasMessageContaining("Nothing is left");
    assertThatThrownBy(() -> board.id("7")).hasMessageContaining("1 to 3");
  }
}
