package io.moneyprinter.orchestration.workflow;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A way into a root.
 *
 * @param segments names of components, or {@link #EVERY}
 */
record ValuePath(String root, List<String> segments) implements Expression {
  /** Stands for every item of a list. */
  static final String EVERY = "[*]";

  public ValuePath {
    segments = List.copyOf(segments);
  }

  @Override
  public Set<String> roots() {
    return Set.of(root);
  }

  @Override
  public Optional<JavaType> type(Map<String, JavaType> roots) {
    JavaType start = roots.get(root);
    if (start == null) {
      throw new IllegalArgumentException("there is no $" + root);
    }
    return Optional.of(typeFrom(start, "$" + root, segments));
  }

  private static JavaType typeFrom(JavaType at, String walked, List<String> rest) {
    if (rest.isEmpty()) {
      return at;
    }
    String segment = rest.get(0);
    List<String> after = rest.subList(1, rest.size());
    if (!segment.equals(EVERY)) {
      JavaType component =
          Types.component(at, segment)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          walked + " is " + Types.name(at) + ", which has no " + segment));
      return typeFrom(component, walked + "." + segment, after);
    }
    if (!at.isCollectionLikeType()) {
      throw new IllegalArgumentException(
          walked + " is " + Types.name(at) + ", which has no items to take [*] of");
    }
    return Types.listOf(typeFrom(at.getContentType(), walked + EVERY, after));
  }

  @Override
  public JsonNode evaluate(Map<String, JsonNode> roots) {
    return valueFrom(roots.getOrDefault(root, NullNode.instance), segments);
  }

  @Override
  public boolean mayBeNull(Set<String> absent) {
    return absent.contains(root);
  }

  private static JsonNode valueFrom(JsonNode at, List<String> rest) {
    if (rest.isEmpty()) {
      return at;
    }
    List<String> after = rest.subList(1, rest.size());
    if (!rest.get(0).equals(EVERY)) {
      JsonNode component = at.get(rest.get(0));
      return component == null ? NullNode.instance : valueFrom(component, after);
    }
    ArrayNode items = JsonNodeFactory.instance.arrayNode(at.size());
    at.forEach(item -> items.add(valueFrom(item, after)));
    return items;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("$").append(root);
    segments.forEach(s -> text.append(s.equals(EVERY) ? "" : ".").append(s));
    return text.toString();
  }
}
