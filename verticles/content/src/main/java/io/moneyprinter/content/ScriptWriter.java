package io.moneyprinter.content;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.content.WriteScript;
import io.moneyprinter.codecs.video.BriefRules;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.content.llm.TopicWriter;
import io.moneyprinter.content.text.OwnText;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Collectors;

/** Chooses who writes: the user, whose text is only cut, or the language model. */
final class ScriptWriter {
  private final WorkerPools pools;
  private final TopicWriter topics;

  ScriptWriter(WorkerPools pools, TopicWriter topics) {
    this.pools = pools;
    this.topics = topics;
  }

  Future<Script> write(WriteScript request) {
    VideoBrief brief = request.brief();
    List<Violation> wrong = BriefRules.violations(brief);
    if (!wrong.isEmpty()) {
      String all = wrong.stream().map(Violation::toString).collect(Collectors.joining("; "));
      return Future.failedFuture(ServiceFailure.invalid(all, wrong));
    }
    boolean own = !brief.scenes().isEmpty() || brief.script() != null && !brief.script().isBlank();
    return own
        ? pools.run(Pool.MEDIA, () -> OwnText.script(brief))
        : topics.write(brief, ContentMessages.WRITE_SCRIPT.timeLimit());
  }
}
