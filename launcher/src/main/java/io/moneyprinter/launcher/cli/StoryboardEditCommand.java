package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.launcher.storyboard.BoardEdit;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter storyboard edit}. */
@Command(
    name = "edit",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Changes what a scene says and shows. An empty text takes a part away.")
final class StoryboardEditCommand implements Callable<Integer> {
  /** Whether a scene may be changed. */
  private static final class Lock {
    @Option(names = "--lock", required = true, description = "Let nothing change it but its place")
    private boolean lock;

    @Option(names = "--unlock", required = true, description = "Let it be changed again")
    private boolean unlock;
  }

  @Parameters(paramLabel = "VIDEO")
  private String video;

  @Parameters(paramLabel = "SCENE", description = "Its id, or its number, from 1")
  private String scene;

  @Option(names = "--narration", paramLabel = "TEXT", description = "What is said")
  private String narration;

  @Option(names = "--title", paramLabel = "TEXT", description = "Large words that are shown")
  private String title;

  @Option(names = "--terms", split = ",", paramLabel = "TERM", description = "What is looked for")
  private List<String> terms;

  @Option(names = "--voice", paramLabel = "VOICE", description = "Who says it")
  private String voice;

  @Option(names = "--pick", paramLabel = "KEY", description = "A candidate to be shown")
  private String pick;

  @ArgGroup private Lock lock;

  @Mixin private NodeOptions node;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    JsonNode changed = StoryboardCommand.change(node.client(), video, this::edit);
    PrintWriter out = spec.commandLine().getOut();
    StoryboardText.board(out, changed);
    out.flush();
    return 0;
  }

  private void edit(BoardEdit board) {
    if (lock != null && lock.unlock) {
      board.lock(scene, false);
    }
    if (narration != null) {
      board.told(scene).put("narration", narration);
    }
    if (title != null) {
      set(board.told(scene), "title", title);
    }
    if (voice != null) {
      set(board.told(scene), "voice", voice);
    }
    if (pick != null) {
      set(board.open(scene), "pick", pick);
    }
    if (terms != null) {
      ArrayNode wanted = board.told(scene).putArray("terms");
      terms.stream().map(String::strip).filter(term -> !term.isEmpty()).forEach(wanted::add);
    }
    if (lock != null && lock.lock) {
      board.lock(scene, true);
    }
  }

  private static void set(ObjectNode object, String field, String value) {
    if (value.isEmpty()) {
      object.remove(field);
    } else {
      object.put(field, value);
    }
  }
}
