package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.platform.tasks.TaskContext;

/** The context of work that nobody watches and nobody can cancel. */
public enum Unwatched implements TaskContext {
  TASK;

  @Override
  public void progress(double fraction) {
    // Nobody watches.
  }

  @Override
  public boolean cancelled() {
    return false;
  }

  @Override
  public void onCancel(Runnable stop) {
    // Never cancelled.
  }
}
