package io.moneyprinter.materials.music;

/** An echo that crosses from one ear to the other and grows darker. */
final class Echo {
  private final float[] left;
  private final float[] right;
  private final float feedback;
  private final float dull = Sound.lowPass(3_200);
  private float leftDull;
  private float rightDull;
  private int at;

  Echo(double seconds, float feedback) {
    this.left = new float[Sound.frames(seconds)];
    this.right = new float[left.length];
    this.feedback = feedback;
  }

  /** Takes what plays into the echo; adds what comes back, to the mix and a little to the room. */
  void render(Mix mix, int frames) {
    for (int i = 0; i < frames; i++) {
      leftDull += dull * (left[at] - leftDull);
      rightDull += dull * (right[at] - rightDull);
      left[at] = 0.75f * (mix.echo.left[i] + mix.echo.right[i]) * 0.5f + feedback * rightDull;
      right[at] = 0.25f * (mix.echo.left[i] + mix.echo.right[i]) * 0.5f + feedback * leftDull;
      mix.dry.left[i] += leftDull;
      mix.dry.right[i] += rightDull;
      mix.room.left[i] += 0.3f * leftDull;
      mix.room.right[i] += 0.3f * rightDull;
      at = at + 1 == left.length ? 0 : at + 1;
    }
  }
}
