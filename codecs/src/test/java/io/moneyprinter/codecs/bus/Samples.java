package io.moneyprinter.codecs.bus;

import io.moneyprinter.codecs.batch.BatchFormat;
import io.moneyprinter.codecs.batch.CheckBatch;
import io.moneyprinter.codecs.batch.CreateBatch;
import io.moneyprinter.codecs.content.VariableValue;
import io.moneyprinter.codecs.materials.ComposeMusic;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.orchestration.DeleteJob;
import io.moneyprinter.codecs.orchestration.JobQuery;
import io.moneyprinter.codecs.orchestration.JobSort;
import io.moneyprinter.codecs.orchestration.ListJobs;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.LiftHolds;
import io.moneyprinter.codecs.storage.NameJobFiles;
import io.moneyprinter.codecs.storage.NameLibraryFiles;
import io.moneyprinter.codecs.storage.ReleaseFiles;
import io.moneyprinter.codecs.storage.SetHolds;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Encoding;
import io.moneyprinter.codecs.video.Fit;
import io.moneyprinter.codecs.video.Grade;
import io.moneyprinter.codecs.video.Keyframe;
import io.moneyprinter.codecs.video.Motion;
import io.moneyprinter.codecs.video.MusicBrief;
import io.moneyprinter.codecs.video.OutputBrief;
import io.moneyprinter.codecs.video.Overlay;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.codecs.video.VideoCodec;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes a filled record of any message type, so that no field escapes the round trip. */
final class Samples {
  private static final List<String> KEYS = List.of("ab".repeat(32), "cd".repeat(32));
  private static final Blob BLOB = new Blob("ab".repeat(32), 12_345L, "video/mp4");
  private static final Picture PICTURE =
      new Picture.Generated(
          Picture.Generated.Style.WAVES,
          7,
          List.of("#101010", "#202020", "#ffffff"),
          List.of("sea"));

  private static final Clip CLIP =
      new Clip(
          1,
          30,
          90,
          15,
          15,
          new Picture.Still(BLOB, 640, 480),
          0,
          null,
          "Title",
          TransitionStyle.WIPE_LEFT,
          1.5,
          new Fit(Fit.Mode.BLUR, 0.25, 0.75, "#102030"),
          new Grade(0.1, 1.1, 0.9, -0.2, Grade.Filter.SEPIA, BLOB, "look.cube"));

  private static final Segment SEGMENT =
      new Segment(
          "ab".repeat(32),
          3,
          Canvas.SQUARE,
          List.of(CLIP),
          CLIP,
          List.of(
              new Overlay(
                  -3,
                  90,
                  PICTURE,
                  1.5,
                  2.0,
                  Fit.DEFAULT,
                  null,
                  0.3,
                  0.2,
                  0.5,
                  List.of(new Keyframe(0, 0.1, 0.9, 2.0, 0.5, Keyframe.Easing.OUT)))),
          CaptionStyle.DEFAULT,
          List.of(new Caption(3, 9, List.of(new Caption.Word("你好", 3, 9)))),
          20,
          60,
          new Encoding(VideoCodec.AV1, OutputBrief.Quality.HIGH));

  /** Types that refuse arbitrary values. */
  private static final Map<Class<?>, Object> KNOWN =
      Map.ofEntries(
          Map.entry(Blob.class, BLOB),
          Map.entry(Canvas.class, Canvas.LANDSCAPE),
          Map.entry(Picture.class, PICTURE),
          Map.entry(Segment.class, SEGMENT),
          Map.entry(WordTiming.class, new WordTiming("héllo,", 0, 6, 0.25, 0.75)),
          Map.entry(Caption.class, new Caption(3, 9, List.of(new Caption.Word("你好", 3, 9)))),
          Map.entry(Motion.class, new Motion(1, 0.5, 0.5, 1.2, 0.4, 0.6)),
          Map.entry(Clip.class, CLIP),
          Map.entry(VariableValue.class, new VariableValue(2.5)),
          Map.entry(SetHolds.class, new SetHolds(KEYS, "a case")),
          Map.entry(LiftHolds.class, new LiftHolds(KEYS, "closed")),
          Map.entry(ReleaseFiles.class, new ReleaseFiles(KEYS, "x")),
          Map.entry(NameJobFiles.class, new NameJobFiles(KEYS, "tenant", "x")),
          Map.entry(NameLibraryFiles.class, new NameLibraryFiles(KEYS, "tenant", "x")),
          Map.entry(
              ListJobs.class,
              new ListJobs(
                  "x",
                  20,
                  null,
                  new JobQuery("sea", null, null, "pt", "t", "b", true, JobSort.TITLE))),
          Map.entry(
              CheckBatch.class, new CheckBatch(new CreateBatch(BatchFormat.CSV, "a", null, null))),
          Map.entry(DeleteJob.class, new DeleteJob("x", true)),
          Map.entry(ComposeMusic.class, new ComposeMusic(MusicBrief.Mood.BRIGHT, 12.5, 99)));

  private Samples() {}

  static <T> T of(Class<T> type) {
    return type.cast(value(type, type));
  }

  private static Object value(Class<?> type, Type generic) {
    if (KNOWN.containsKey(type)) {
      return KNOWN.get(type);
    }
    if (type == byte[].class) {
      return new byte[] {0, -1, 127};
    }
    if (type == String.class) {
      return "tëxt 🎬";
    }
    if (type == int.class || type == Integer.class) {
      return 42;
    }
    if (type == long.class || type == Long.class) {
      return 1L << 40;
    }
    if (type == double.class || type == Double.class) {
      return 0.125;
    }
    if (type == boolean.class || type == Boolean.class) {
      return true;
    }
    if (type == Instant.class) {
      return Instant.parse("2026-01-02T03:04:05.678901Z");
    }
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return constants[constants.length - 1];
    }
    if (type == List.class) {
      Class<?> item = (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
      return List.of(value(item, item));
    }
    if (type == Map.class) {
      Type[] entry = ((ParameterizedType) generic).getActualTypeArguments();
      Class<?> key = (Class<?>) entry[0];
      return Map.of(
          key == String.class ? "kéy" : value(key, key),
          entry[1] == String.class ? "välue" : value((Class<?>) entry[1], entry[1]));
    }
    if (type.isRecord()) {
      return record(type);
    }
    throw new IllegalStateException("No sample for " + type);
  }

  private static <T> T record(Class<T> type) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      arguments[i] = value(components[i].getType(), components[i].getGenericType());
    }
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
      constructor.setAccessible(true);
      return type.cast(constructor.newInstance(arguments));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No sample for " + type, e);
    }
  }
}
