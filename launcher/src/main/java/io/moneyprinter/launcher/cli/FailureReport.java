package io.moneyprinter.launcher.cli;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.engines.EngineException;
import io.moneyprinter.orchestration.workflow.InvalidWorkflow;
import io.moneyprinter.platform.settings.SettingsException;
import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says on the terminal why a command failed, and turns it into an exit code. */
public final class FailureReport implements IExecutionExceptionHandler {
  /** EX_USAGE of BSD sysexits. */
  public static final int USAGE = 64;

  /** EX_CONFIG of BSD sysexits. */
  static final int CONFIGURATION = 78;

  @Override
  public int handleExecutionException(Exception thrown, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    Throwable cause = unwrap(thrown);
    if (cause instanceof SettingsException settings) {
      err.println("The configuration cannot be used:");
      settings.problems().forEach(problem -> err.println("  · " + problem));
    } else if (cause instanceof InvalidWorkflow workflow) {
      err.println(workflow.getMessage());
    } else if (cause instanceof EngineException engine) {
      err.println(engine.getMessage());
    } else if (cause instanceof ServiceFailure failure) {
      print(failure, err);
    } else {
      err.println("Something went wrong that should not have: " + cause);
      err.println(
          "Please report it together with the log; 'moneyprinter doctor' checks this machine.");
      LoggerFactory.getLogger(FailureReport.class).error("Unexpected", cause);
    }
    err.flush();
    return exitCode(cause);
  }

  static void print(ServiceFailure failure, PrintWriter err) {
    err.println(failure.getMessage());
    for (Violation violation : failure.violations()) {
      if (!failure.getMessage().contains(violation.message())) {
        err.println("  · " + violation);
      }
    }
  }

  /** A failure in one line. */
  static String sentence(Throwable thrown) {
    return String.valueOf(unwrap(thrown).getMessage()).replaceAll("\\s+", " ");
  }

  /** The exit code of a failure. */
  public static int exitCode(Throwable thrown) {
    Throwable cause = unwrap(thrown);
    if (cause instanceof SettingsException || cause instanceof InvalidWorkflow) {
      return CONFIGURATION;
    }
    if (cause instanceof EngineException) {
      return FailureCode.UNAVAILABLE.exitCode();
    }
    return cause instanceof ServiceFailure failure
        ? failure.code().exitCode()
        : FailureCode.INTERNAL.exitCode();
  }

  private static Throwable unwrap(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null
        && !(cause instanceof SettingsException)
        && !(cause instanceof InvalidWorkflow)
        && !(cause instanceof EngineException)
        && !(cause instanceof ServiceFailure)) {
      cause = cause.getCause();
    }
    return cause instanceof SettingsException
            || cause instanceof InvalidWorkflow
            || cause instanceof EngineException
            || cause instanceof ServiceFailure
        ? cause
        : thrown;
  }
}
