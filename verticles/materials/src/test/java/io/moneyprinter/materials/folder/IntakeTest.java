package io.moneyprinter.materials.folder;

import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.testsupport.TestNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  @TempDir Path folder;

  @Test
  void aFileThatHasGrownTooLargeIsNotCopiedToItsEnd() throws IOException {
    Path grown = Files.write(folder.resolve("a.png"), new byte[5_000]);
    MediaType type = MediaType.values()[0];
    FoundFile found = new FoundFile("a.png", grown, type, List.of());

    ServiceFailure failure = failure(new Intake(test.node()).take(found, new DataSize(4_000)));

    assertThat(failure.code()).isEqualTo(FailureCode.INVALID);
    assertThat(failure).hasMessageContaining("grew beyond");
    try (Stream<Path> left = Files.list(test.node().data().staging())) {
      assertThat(left).isEmpty();
    }
  }
}
