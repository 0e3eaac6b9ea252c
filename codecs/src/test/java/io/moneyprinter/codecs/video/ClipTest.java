package io.moneyprinter.codecs.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.Picture;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClipTest {
  @Test
  void aFadeHasOneFormTheOneWithoutAName() throws JsonProcessingException {
    assertThat(clip(9, TransitionStyle.FADE)).isEqualTo(clip(9, null));
    assertThat(RecordJson.wire().writeValueAsString(clip(9, null))).doesNotContain("transition");
  }

  @Test
  void aNamedTransitionComesBackAsItWent() throws JsonProcessingException {
    Clip clip = clip(9, TransitionStyle.CIRCLE_OPEN);
    String json = RecordJson.wire().writeValueAsString(clip);

    assertThat(json).contains("\"circle-open\"");
    assertThat(RecordJson.wire().readValue(json, Clip.class)).isEqualTo(clip);
  }

  @Test
  void withoutALeadThereIsNoTransition() {
    assertThat(clip(0, TransitionStyle.DISSOLVE).transition()).isNull();
  }

  @Test
  void whatIsNotDecidedIsNoTransition() {
    assertThatThrownBy(() -> clip(9, TransitionStyle.SHUFFLE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SHUFFLE");
  }

  private static Clip clip(int lead, TransitionStyle transition) {
    Picture picture =
        new Picture.Generated(
            Picture.Generated.Style.AURORA, 1, List.of("#101020", "#406080", "#A0C0E0"), List.of());
    return new Clip(1, 30, 60, lead, 0, picture, 0, null, null, transition);
  }
}
