package io.moneyprinter.speech.espeak;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;

/** The functions of libespeak-ng that are used; names and numbers as in its speak_lib.h. */
interface EspeakLibrary extends Library {
  /** Answers samples and events to the callback instead of playing them. */
  int AUDIO_OUTPUT_RETRIEVAL = 1;

  /** Answers an error instead of ending the process when its data is missing. */
  int INITIALIZE_DONT_EXIT = 0x8000;

  int CHARS_UTF8 = 1;
  int POS_CHARACTER = 1;
  int PARAMETER_RATE = 1;

  /** Bytes of one espeak_EVENT on a 64 bit machine, and where its fields are. */
  int EVENT_BYTES = 40;

  int EVENT_TYPE = 0;
  int EVENT_TEXT_POSITION = 8;
  int EVENT_LENGTH = 12;
  int EVENT_SAMPLE = 20;

  /** Called with a stretch of samples and a list of events that ends with one of type 0. */
  interface SynthCallback extends Callback {
    int invoke(Pointer samples, int count, Pointer events);
  }

  int espeak_Initialize(int output, int bufferMilliseconds, String dataFolder, int options);

  void espeak_SetSynthCallback(SynthCallback callback);

  int espeak_SetVoiceByName(String name);

  int espeak_SetParameter(int parameter, int value, int relative);

  int espeak_Synth(
      byte[] text,
      NativeLong size,
      int position,
      int positionType,
      int endPosition,
      int flags,
      IntByReference identifier,
      Pointer userData);

  int espeak_Synchronize();

  int espeak_Terminate();
}
