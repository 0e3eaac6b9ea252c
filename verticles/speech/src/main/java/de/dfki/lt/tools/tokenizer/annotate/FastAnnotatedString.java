package de.dfki.lt.tools.tokenizer.annotate;

import java.text.CharacterIterator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A text with stretches that carry a value under a key. Later stretches replace earlier ones. */
public class FastAnnotatedString implements AnnotatedString {
  private record Stretch(int start, int end, Object value) {}

  private final String text;
  private final Map<String, TreeMap<Integer, Stretch>> stretches = new HashMap<>();
  private int index;

  public FastAnnotatedString(String text) {
    this.text = text;
  }

  public void annotate(String key, Object value, int start, int end) {
    TreeMap<Integer, Stretch> ofKey = stretches.computeIfAbsent(key, any -> new TreeMap<>());
    ofKey.subMap(start, end).clear();
    ofKey.put(start, new Stretch(start, end, value));
  }

  @Override
  public char setIndex(int index) {
    this.index = index;
    return index < text.length() ? text.charAt(index) : CharacterIterator.DONE;
  }

  @Override
  public int getRunStart(String key) {
    return run(key).start();
  }

  @Override
  public int getRunLimit(String key) {
    return run(key).end();
  }

  @Override
  public Object getAnnotation(String key) {
    return run(key).value();
  }

  @Override
  public String substring(int start, int end) {
    return text.substring(start, end);
  }

  /** The stretch at the present character, or the gap between two stretches that it lies in. */
  private Stretch run(String key) {
    TreeMap<Integer, Stretch> ofKey = stretches.getOrDefault(key, new TreeMap<>());
    var before = ofKey.floorEntry(index);
    if (before != null && index < before.getValue().end()) {
      return before.getValue();
    }
    var after = ofKey.higherEntry(index);
    int start = before == null ? 0 : before.getValue().end();
    return new Stretch(start, after == null ? text.length() : after.getKey(), null);
  }
}
