package io.moneyprinter.launcher.node;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.platform.discovery.Discovery;
import io.moneyprinter.platform.node.NodeInfo;
import io.moneyprinter.testsupport.TestNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InstanceRulesTest {
  private static final List<String> EVERYTHING = List.copyOf(Services.all());

  @RegisterExtension final TestNode test = TestNode.plain();

  @Test
  void aRoleThatIsNoneIsRefusedWithThoseThatAre() {
    assertThat(failure(rules().allowed("kitchen", 1, EVERYTHING)))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(FailureCode.INVALID))
        .hasMessageContaining("kitchen")
        .hasMessageContaining("storage");
  }

  @Test
  void whatNeedsStorageIsNotRunWithoutItNorLeftWithoutIt() {
    assertThat(failure(rules().allowed("video", 1, List.of("gateway"))).code())
        .isEqualTo(FailureCode.CONFLICT);
    assertThat(failure(rules().allowed("storage", 0, List.of("storage", "video"))).code())
        .isEqualTo(FailureCode.CONFLICT);
    answer(rules().allowed("video", 3, List.of("storage")));
  }

  @Test
  void theLastNodeThatRunsAServiceKeepsIt() {
    answer(test.node().discovery().publish("content"));
    assertThat(failure(rules().allowed("content", 0, EVERYTHING)))
        .hasMessageContaining("the last node that runs content");

    Discovery elsewhere =
        new Discovery(
            test.vertx(), new NodeInfo("other", "test", "development", Set.of(), Instant.now()));
    answer(elsewhere.publish("content"));

    answer(rules().allowed("content", 0, EVERYTHING));
  }

  private InstanceRules rules() {
    return new InstanceRules(test.node().discovery());
  }
}
