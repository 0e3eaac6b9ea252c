package io.moneyprinter.gateway.upload;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.gateway.http.Refusal;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PartialFilesTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  /** A body of which the end is in our hands. */
  private static final class Body implements ReadStream<Buffer> {
    private final Buffer first;
    private volatile Handler<Void> end;

    Body(String first) {
      this.first = Buffer.buffer(first);
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
      return this;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
      if (handler != null) {
        handler.handle(first);
      }
      return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
      return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
      return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
      return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
      if (handler != null) {
        end = handler;
      }
      return this;
    }
  }

  private static int refusal(Future<Long> append) {
    Await.until("it is answered", Duration.ofSeconds(10), append::isComplete);
    return ((Refusal) append.cause()).status();
  }

  @Test
  void twoWhoSendOneFileAtATimeDoNotDisturbOneAnother() {
    PartialFiles files = new PartialFiles(test.vertx(), test.node().data(), DataSize.parse("0KB"));
    String id = UUID.randomUUID().toString();
    Body slow = new Body("half of it, ");
    Future<Long> first = files.append(id, 0, 100, slow);
    Await.until("the first is at it", Duration.ofSeconds(10), () -> slow.end != null);
    Await.until("it is written", Duration.ofSeconds(10), () -> answer(files.size(id)) == 12);

    assertThat(refusal(files.append(id, 12, 100, new Body("x")))).isEqualTo(423);

    test.vertx().runOnContext(now -> slow.end.handle(null));
    assertThat(answer(first)).isEqualTo(12);
  }
}
