package io.moneyprinter.speech.scene;

import io.moneyprinter.platform.tasks.ExternalCalls;
import io.moneyprinter.platform.tasks.TaskContext;

/**
 * One of several equal parts of a task.
 *
 * @param index from 0
 */
record PartOfWork(TaskContext whole, int index, int count) implements TaskContext {
  @Override
  public void progress(double fraction) {
    whole.progress((index + fraction) / count);
  }

  @Override
  public boolean cancelled() {
    return whole.cancelled();
  }

  @Override
  public void onCancel(Runnable stop) {
    whole.onCancel(stop);
  }

  @Override
  public void leaveToAnother() {
    whole.leaveToAnother();
  }

  @Override
  public ExternalCalls calls() {
    return whole.calls();
  }
}
