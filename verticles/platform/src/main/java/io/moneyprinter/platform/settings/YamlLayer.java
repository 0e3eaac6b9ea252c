package io.moneyprinter.platform.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads a YAML file into a {@link ConfigTree}, keeping the line of every value. */
public final class YamlLayer {
  private final String name;
  private final ConfigTree tree = new ConfigTree();
  private final List<String> problems = new ArrayList<>();

  private YamlLayer(String name) {
    this.name = name;
  }

  /** Reads a file; what is no YAML, or no tree of settings, is a {@link SettingsException}. */
  public static ConfigTree read(Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(file.getFileName().toString(), reader);
    } catch (IOException e) {
      throw new SettingsException(
          List.of("cannot read " + file + " (" + e + "): check that it exists and may be read"));
    }
  }

  /** Reads text under a name that error messages use. */
  public static ConfigTree read(String name, Reader text) {
    YamlLayer layer = new YamlLayer(name);
    try {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      Node root = new Yaml(options).compose(text);
      if (root != null) {
        layer.walk("", root);
      }
    } catch (MarkedYAMLException e) {
      throw new SettingsException(
          List.of(
              name
                  + " line "
                  + (e.getProblemMark().getLine() + 1)
                  + " column "
                  + (e.getProblemMark().getColumn() + 1)
                  + ": "
                  + e.getProblem()));
    }
    if (!layer.problems.isEmpty()) {
      throw new SettingsException(layer.problems);
    }
    return layer.tree;
  }

  private void walk(String key, Node node) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode part) {
          walk(key.isEmpty() ? part.getValue() : key + "." + part.getValue(), entry.getValueNode());
        }
      }
    } else if (node instanceof ScalarNode scalar) {
      if (key.isEmpty()) {
        problems.add(origin(node) + ": expected settings such as 'gateway:', found text");
      } else if (!scalar.getTag().equals(Tag.NULL)) {
        tree.put(key, new ConfigTree.Written(List.of(scalar.getValue()), false, origin(node)));
      }
    } else if (node instanceof SequenceNode sequence) {
      List<String> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        if (item instanceof ScalarNode scalar) {
          items.add(scalar.getValue());
        } else {
          problems.add(key + " (" + origin(item) + "): a list here holds plain values only");
        }
      }
      tree.put(key, new ConfigTree.Written(items, true, origin(node)));
    }
  }

  private String origin(Node node) {
    return name + " line " + (node.getStartMark().getLine() + 1);
  }
}
