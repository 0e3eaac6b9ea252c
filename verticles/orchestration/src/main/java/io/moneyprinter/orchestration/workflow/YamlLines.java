package io.moneyprinter.orchestration.workflow;

import io.moneyprinter.codecs.orchestration.WorkflowFault;
import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** On which line of a YAML document something stands. */
final class YamlLines {
  private final Node root;

  private YamlLines(Node root) {
    this.root = root;
  }

  /** The lines of a document; of one that is not YAML none is known. */
  static YamlLines of(String text) {
    try {
      return new YamlLines(new Yaml(new LoaderOptions()).compose(new StringReader(text)));
    } catch (YAMLException unreadable) {
      return new YamlLines(null);
    }
  }

  /** The same fault with its line, where it can be said. */
  WorkflowFault placed(WorkflowFault fault) {
    return fault.line() != null || root == null
        ? fault
        : new WorkflowFault(fault.pointer(), line(fault.pointer()), fault.message());
  }

  /** From 1; of what is not there, the line of what should hold it. */
  private int line(String pointer) {
    Node at = root;
    int line = root.getStartMark().getLine();
    for (String step : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      Optional<Place> inner = inner(at, step.replace("~1", "/").replace("~0", "~"));
      if (inner.isEmpty()) {
        break;
      }
      line = inner.get().line();
      at = inner.get().value();
    }
    return line + 1;
  }

  private static Optional<Place> inner(Node at, String step) {
    if (at instanceof MappingNode map) {
      return map.getValue().stream()
          .filter(entry -> key(entry).equals(step))
          .map(
              entry -> new Place(entry.getKeyNode().getStartMark().getLine(), entry.getValueNode()))
          .findFirst();
    }
    if (at instanceof SequenceNode list && step.matches("\\d{1,6}")) {
      int index = Integer.parseInt(step);
      return list.getValue().stream()
          .skip(index)
          .map(item -> new Place(item.getStartMark().getLine(), item))
          .findFirst();
    }
    return Optional.empty();
  }

  private static String key(NodeTuple entry) {
    return entry.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
  }

  private record Place(int line, Node value) {}
}
