package io.moneyprinter.platform.tasks;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.database.DatabaseAccess;
import io.moneyprinter.platform.database.Databases;
import io.moneyprinter.testsupport.TestEngines;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

class PostgresTaskQueueTest extends TaskQueueContract {
  private DatabaseAccess access;

  @Override
  protected void prepare(ExtensionContext test) {
    access = TestEngines.of(test).freshDatabases();
  }

  private Future<Database> database() {
    return new Databases(vertx, access).open("queue");
  }

  @Override
  protected Future<TaskQueue> open(QueueLimits limits) {
    return database().compose(found -> PostgresTaskQueue.open(vertx, found, limits));
  }

  @Override
  protected void dieOver(String ticket) {
    TaskQueue doomed = another(LIMITS);
    Promise<String> taken = Promise.promise();
    TaskQueue.Consumer consumer =
        answer(
            doomed.take(
                QUEUE,
                1,
                id -> {
                  taken.complete(id);
                  return Promise.<Void>promise().future();
                }));
    answer(taken.future());
    consumer.stop();
    // The scheduler finds the dead node's lease run out, and puts the ticket again.
    answer(queue.put(List.of(ticket(ticket))));
  }
}
