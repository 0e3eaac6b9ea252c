package io.moneyprinter.video.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodeSlotsTest {
  private final EncodeSlots slots = new EncodeSlots(1, 2);
  private final List<String> begun = new ArrayList<>();

  @Test
  void cardsAndProcessorsDoNotWaitForOneAnother() {
    Promise<Void> software = begin(false, "software");
    begin(false, "waits");
    Promise<Void> card = begin(true, "card 1");
    begin(true, "card 2");
    begin(true, "waits for a card");
    assertThat(begun).containsExactly("software", "card 1", "card 2");

    card.complete();
    assertThat(begun).endsWith("card 2", "waits for a card");

    software.fail("an encoder that breaks gives its place back, too");
    assertThat(begun).endsWith("waits");
  }

  @Test
  void whatCannotEvenBeginGivesItsPlaceBack() {
    Future<String> broken =
        slots.hold(
            false,
            () -> {
              throw new IllegalStateException("no");
            });

    assertThat(broken.failed()).isTrue();
    begin(false, "next");
    assertThat(begun).containsExactly("next");
  }

  private Promise<Void> begin(boolean hardware, String name) {
    Promise<Void> end = Promise.promise();
    slots.hold(
        hardware,
        () -> {
          begun.add(name);
          return end.future();
        });
    return end;
  }
}
