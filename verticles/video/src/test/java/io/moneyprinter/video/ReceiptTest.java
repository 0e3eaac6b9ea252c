package io.moneyprinter.video;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.Receipt;
import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.codecs.video.VerifiedSegment;
import io.moneyprinter.codecs.video.VerifySegment;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.testsupport.TestNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Equal inputs give equal bytes, and the receipt is enough to show it. */
class ReceiptTest {
  private static final Canvas CANVAS = new Canvas(128, 224, 15);

  @RegisterExtension final TestNode one = TestNode.plain();
  @RegisterExtension final TestNode two = TestNode.plain();

  @BeforeEach
  void deploy() {
    for (TestNode test : List.of(one, two)) {
      Node node = test.node();
      answer(node.vertx().deployVerticle(new VideoVerticle(VideoVerticleTest.CONFIG, node)), 60);
    }
  }

  @Test
  void twoNodesMakeTheSameBytesAndTheReceiptSaysHow() throws IOException {
    Production.Result here = Production.of(one.node().vertx().eventBus(), request(one.node()));
    Production.Result there = Production.of(two.node().vertx().eventBus(), request(two.node()));

    assertThat(file(there, Publication.VIDEO)).isEqualTo(file(here, Publication.VIDEO));
    assertThat(file(there, Publication.RECEIPT)).isEqualTo(file(here, Publication.RECEIPT));
    assertThat(here.publication().rendered()).isEqualTo(here.plan().segments().size());
    assertThat(here.publication().reused()).isZero();

    String text = Files.readString(one.node().blobs().path(file(here, Publication.RECEIPT)));
    Receipt receipt = RecordJson.wire().readValue(text, Receipt.class);
    assertThat(text).doesNotContain(one.node().data().root().toString());
    assertThat(receipt.outputs())
        .contains(new Publication.File(Publication.VIDEO, file(here, Publication.VIDEO)));
    Picture.Footage footage = (Picture.Footage) here.plan().segments().get(0).first().picture();
    assertThat(receipt.inputs()).contains(footage.blob());
    assertThat(receipt.segments())
        .allSatisfy(
            piece -> {
              assertThat(piece.making().encoder()).isEqualTo("libx264");
              assertThat(piece.making().arguments()).contains("segment.mp4", "libx264");
            });
    assertThat(receipt.segments().get(0).making().arguments())
        .contains("file:" + footage.blob().key());

    Production.Result again = Production.of(one.node().vertx().eventBus(), request(one.node()));
    assertThat(again.publication().reused()).isEqualTo(here.plan().segments().size());
    assertThat(file(again, Publication.RECEIPT)).isEqualTo(file(here, Publication.RECEIPT));

    verifyOnTheOther(receipt);
  }

  private void verifyOnTheOther(Receipt receipt) throws IOException {
    Receipt.Piece first = receipt.segments().get(0);
    assertThat(verify(first, receipt.ffmpeg()).same()).isTrue();
    assertThat(verify(first, receipt.ffmpeg()).differences()).isEmpty();

    Receipt.Making made = first.making();
    Receipt.Making otherwise =
        new Receipt.Making(
            made.encoder(), "libx264 of old", "00", made.threads(), made.arguments());
    Blob wrong = receipt.audio();
    VerifiedSegment differs =
        verify(
            new Receipt.Piece(first.spec(), wrong, first.frames(), otherwise),
            new Receipt.Program("7.0", "0123"));
    assertThat(differs.same()).isFalse();
    assertThat(differs.expected()).isEqualTo(wrong.key());
    assertThat(differs.actual()).isEqualTo(first.output().key());
    assertThat(differs.differences())
        .anyMatch(text -> text.contains("another FFmpeg"))
        .anyMatch(text -> text.contains("another encoder"))
        .anyMatch(text -> text.contains("fonts"));

    Picture.Footage footage = (Picture.Footage) first.spec().first().picture();
    Files.delete(two.node().blobs().path(footage.blob()));
    assertThat(
            failure(
                VideoMessages.VERIFY_SEGMENT.ask(
                    two.node().vertx().eventBus(), new VerifySegment(first, receipt.ffmpeg()))))
        .hasMessageContaining(footage.blob().key())
        .extracting(cause -> cause.code())
        .isEqualTo(FailureCode.NOT_FOUND);
  }

  private VerifiedSegment verify(Receipt.Piece piece, Receipt.Program program) {
    return answer(
        VideoMessages.VERIFY_SEGMENT.ask(
            two.node().vertx().eventBus(), new VerifySegment(piece, program)),
        60);
  }

  private static Blob file(Production.Result made, String name) {
    return made.publication().file(name).orElseThrow();
  }

  private static PlanVideo request(Node node) {
    Picture footage = new Picture.Footage(RealFfmpeg.clip(node, 160, 90, 25, 60), 160, 90, 2.4);
    return Briefs.request(
        CANVAS,
        List.of("Some words.", "The end."),
        List.of(footage, Briefs.drawn(3)),
        TransitionStyle.FADE,
        null,
        (scene, seconds) -> Sounds.speech(node, seconds));
  }
}
