package io.moneyprinter.platform.rabbitmq;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.platform.tasks.QueueLimits;
import io.moneyprinter.platform.tasks.TaskQueue;
import io.moneyprinter.platform.tasks.TaskQueueContract;
import io.moneyprinter.testsupport.TestRabbit;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import org.junit.jupiter.api.extension.ExtensionContext;

class RabbitTaskQueueTest extends TaskQueueContract {
  private RabbitOptions options;

  @Override
  protected void prepare(ExtensionContext test) {
    options = TestRabbit.of(test).fresh();
  }

  @Override
  protected Future<TaskQueue> open(QueueLimits limits) {
    return RabbitBroker.open(vertx, options, limits).map(RabbitBroker::tasks);
  }

  @Override
  protected void dieOver(String ticket) {
    TaskQueue doomed = answer(open(LIMITS));
    Promise<String> taken = Promise.promise();
    answer(
        doomed.take(
            QUEUE,
            1,
            id -> {
              taken.complete(id);
              return Promise.<Void>promise().future();
            }));
    answer(taken.future());
    answer(doomed.close());
  }
}
