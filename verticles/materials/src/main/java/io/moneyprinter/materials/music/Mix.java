package io.moneyprinter.materials.music;

/** Where instruments play to: straight out, into the echo, into the room. */
final class Mix {
  final Stereo dry;
  final Stereo echo;
  final Stereo room;

  Mix(int frames) {
    dry = new Stereo(frames);
    echo = new Stereo(frames);
    room = new Stereo(frames);
  }

  void clear(int frames) {
    dry.clear(frames);
    echo.clear(frames);
    room.clear(frames);
  }
}
