package io.moneyprinter.launcher.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import io.moneyprinter.launcher.settings.LoggingConfig;
import io.moneyprinter.platform.logging.ContextMdc;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Sets the log up as the settings want it. */
final class LogSetup {
  private static final String HUMAN =
      "%d{HH:mm:ss.SSS} %-5level %-30.30logger{0} %msg%replace( [%X{correlation_id}]){' \\[\\]', ''}%n";

  private LogSetup() {}

  /** Log lines go to the terminal. */
  static void toConsole(LoggingConfig config) {
    LoggerContext context = fresh();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setTarget("System.err");
    attach(context, console, config);
  }

  /** Log lines go to a file, so that a progress display has the terminal to itself. */
  static void toFile(LoggingConfig config, Path file) {
    LoggerContext context = fresh();
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setFile(file.toString());
    FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(file + ".%i");
    rolling.setMinIndex(1);
    rolling.setMaxIndex(3);
    rolling.start();
    SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
    trigger.setContext(context);
    trigger.setMaxFileSize(FileSize.valueOf("10MB"));
    trigger.start();
    appender.setRollingPolicy(rolling);
    appender.setTriggeringPolicy(trigger);
    attach(context, appender, config);
  }

  private static LoggerContext fresh() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    ContextMdc.install();
    return context;
  }

  private static void attach(
      LoggerContext context, OutputStreamAppender<ILoggingEvent> appender, LoggingConfig config) {
    appender.setContext(context);
    appender.setEncoder(encoder(context, config.format()));
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(appender);
    context.getLogger("io.moneyprinter").setLevel(Level.toLevel(config.level().name()));
    for (String chatty : List.of("com.hazelcast", "org.flywaydb", "io.netty")) {
      context.getLogger(chatty).setLevel(Level.WARN);
    }
    // These warn of what is no trouble here, at every start.
    for (String alarmist : List.of("marytts", "TextToMaryXML", "io.micrometer.core.instrument")) {
      context.getLogger(alarmist).setLevel(Level.ERROR);
    }
  }

  private static Encoder<ILoggingEvent> encoder(
      LoggerContext context, LoggingConfig.Format format) {
    if (format == LoggingConfig.Format.JSON) {
      JsonEncoder json = new JsonEncoder();
      json.setContext(context);
      json.setWithContext(false);
      json.setWithSequenceNumber(false);
      json.setWithArguments(false);
      json.setWithMessage(false);
      json.setWithFormattedMessage(true);
      json.start();
      return json;
    }
    PatternLayoutEncoder human = new PatternLayoutEncoder();
    human.setContext(context);
    human.setPattern(HUMAN);
    human.start();
    return human;
  }
}
