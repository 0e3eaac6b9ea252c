package io.moneyprinter.video.timeline;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.FoundItems;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.MaterialsBrief;
import io.moneyprinter.codecs.video.SoundBrief;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.codecs.video.VideoBriefBuilder;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.Briefs;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MediaFinderTest {
  private static final Collection.Item LOGO =
      new Collection.Item("logo.png", List.of(), new Picture.Still(Briefs.blob(3), 400, 200));

  @RegisterExtension final TestNode test = TestNode.plain();
  private MediaFinder finder;

  /** A collection that holds a logo and nothing else. */
  @BeforeEach
  void serve() {
    EventBus bus = test.node().vertx().eventBus();
    answer(
        MaterialsMessages.FIND_ITEMS
            .serve(
                bus,
                request -> {
                  List<Violation> missing = new ArrayList<>();
                  for (int i = 0; i < request.names().size(); i++) {
                    if (!request.names().get(i).equals(LOGO.name())) {
                      missing.add(new Violation("/names/" + i, "There is no such file"));
                    }
                  }
                  return missing.isEmpty()
                      ? Future.succeededFuture(new FoundItems(List.of(LOGO)))
                      : Future.failedFuture(
                          ServiceFailure.invalid("Not there; there is logo.png", missing));
                })
            .completion());
    finder = new MediaFinder(bus);
  }

  @Test
  void whatIsThereIsFound() {
    MediaShelf shelf = answer(finder.find(brief("logo.png").build()));

    assertThat(shelf.picture("/sounds/0/media", "logo.png")).isEqualTo(LOGO.picture());
  }

  @Test
  void aBriefWithoutNamesAsksNobody() {
    assertThat(answer(finder.find(VideoBrief.builder().script("Tea.").build())))
        .isSameAs(MediaShelf.EMPTY);
  }

  @Test
  void eachPlaceOfAMissingNameIsPointedTo() {
    ServiceFailure refused = failure(finder.find(brief("logo.png", "no.wav", "no.wav").build()));

    assertThat(refused.code()).isEqualTo(FailureCode.INVALID);
    assertThat(refused).hasMessageContaining("there is logo.png");
    assertThat(refused.violations())
        .extracting(Violation::pointer)
        .containsExactly("/sounds/1/media", "/sounds/2/media");
  }

  @Test
  void namesWithoutACollectionAreRefused() {
    ServiceFailure refused =
        failure(finder.find(brief("logo.png").materials(MaterialsBrief.GENERATED).build()));

    assertThat(refused.violations())
        .extracting(Violation::pointer)
        .containsExactly("/sounds/0/media");
  }

  private static VideoBriefBuilder brief(String... sounds) {
    return VideoBrief.builder()
        .script("Tea.")
        .materials(new MaterialsBrief("c"))
        .sounds(List.of(sounds).stream().map(name -> new SoundBrief(name, 0, null)).toList());
  }
}
