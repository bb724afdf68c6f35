package dev.pitwall.agent;

import dev.pitwall.agent.control.EmergencyStopDesk;
import dev.pitwall.agent.control.EmergencyStopFile;
import dev.pitwall.agent.control.Permissions;
import dev.pitwall.agent.control.RequestPermission;
import dev.pitwall.agent.entry.AuthorizationHeader;
import dev.pitwall.agent.entry.Configuration;
import dev.pitwall.agent.methods.MappedMethods;
import dev.pitwall.agent.observe.AtFirstUse;
import dev.pitwall.agent.observe.ContentHash;
import dev.pitwall.agent.observe.Recorder;
import dev.pitwall.agent.observe.Runs;
import dev.pitwall.agent.observe.Users;
import dev.pitwall.agent.pricing.PriceFiles;
import dev.pitwall.agent.settings.PitwallSettings;
import dev.pitwall.agent.settings.PitwallSettings.Semconv;
import dev.pitwall.agent.telemetry.AppliedLibraries;
import dev.pitwall.agent.telemetry.ContextFill;
import dev.pitwall.agent.telemetry.DurableLog;
import dev.pitwall.agent.telemetry.FindingBoard;
import dev.pitwall.agent.telemetry.Gauges;
import dev.pitwall.agent.telemetry.Instruments;
import dev.pitwall.agent.telemetry.ModelCallMetrics;
import dev.pitwall.agent.telemetry.Spending;
import dev.pitwall.agent.telemetry.SuppressedErrors;
import dev.pitwall.agent.telemetry.WorkflowLog;
import dev.pitwall.bridge.Bridge;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.instrumentation.UnfitModules;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Puts the parts together and begins to listen. */
public final class Startup {

  private static final Logger logger = Logger.getLogger(Startup.class.getName());
  private static final String SCOPE = "dev.pitwall";

  private Startup() {}

  /** Called once, after the agent's SDK and the bridge are in place. */
  public static void start() throws IOException {
    String version = version();
    Configured configured = Configured.get();
    PitwallSettings settings = configured.settings();
    if (Configuration.declared() != null && settings.control().permissionHeader() != null) {
      logger.warning(
          "pitwall.authorization.header has no effect beside a declarative configuration file:"
              + " the agent lets nobody add to its propagators there. No request carries a permission;"
              + " pitwall.authorization.file and the API work.");
    }
    start(GlobalOpenTelemetry.get(), configured, version, agentVersion(), Clock.systemUTC());
    UnfitModules.report();
    logger.log(Level.INFO, "Pitwall {0} is watching", version);
  }

  static void start(
      OpenTelemetry openTelemetry,
      Configured configured,
      String version,
      String agentVersion,
      Clock clock) {
    PitwallSettings settings = configured.settings();
    Meter meter =
        openTelemetry
            .getMeterProvider()
            .meterBuilder(SCOPE)
            .setInstrumentationVersion(version)
            .build();
    Instruments instruments = new Instruments(meter);
    SuppressedErrors errors = new SuppressedErrors(instruments);
    AppliedLibraries libraries = new AppliedLibraries(version, agentVersion);
    FindingBoard board = new FindingBoard(settings.findingHold());
    ContextFill contextFill = new ContextFill(instruments);
    ContentHash hash = new ContentHash(settings.hashKey());
    Users users = new Users(settings.control().users(), hash);
    WorkflowLog log =
        new WorkflowLog(
            openTelemetry
                .getLogsBridge()
                .loggerBuilder(SCOPE)
                .setInstrumentationVersion(version)
                .build(),
            DurableLog.start(settings.durableLog(), instruments));
    Permissions permissions = Permissions.of(settings.control(), logger::warning);
    Runs runs =
        new Runs(
            settings.engine(),
            instruments,
            errors,
            log,
            board,
            permissions::of,
            new RequestPermission(AuthorizationHeader::current, logger::warning)::of,
            UUID.randomUUID().toString(),
            clock);
    EmergencyStopDesk stops = new EmergencyStopDesk(runs.engine(), log, users::of, clock);
    new Gauges(
            runs.engine(),
            board,
            instruments,
            List.of(libraries, contextFill, stops),
            settings.liveRunsMax(),
            clock)
        .register(meter);
    Bridge.install(
        new Recorder(
            runs,
            openTelemetry.getTracer(SCOPE, version),
            instruments,
            errors,
            libraries,
            ModelCallMetrics.of(instruments, settings.semconv() == Semconv.LATEST),
            PriceFiles.load(settings.pricesFile()),
            new Spending(instruments, contextFill),
            hash,
            users,
            stops,
            new AtFirstUse<>(
                () ->
                    new MappedMethods(
                        configured.methods(),
                        Bridge::observer,
                        () -> instruments.add(Metrics.SIGNALS_DROPPED, 1, "expression"))),
            clock));
    Runnable orders = EmergencyStopFile.of(settings.control(), stops, logger::warning);
    everySecond(
        errors,
        () -> {
          orders.run();
          if (permissions.poll()) {
            runs.permissionsChanged();
          }
          runs.tick();
        });
  }

  private static void everySecond(SuppressedErrors errors, Runnable work) {
    ScheduledFuture<?> unused =
        scheduler().scheduleWithFixedDelay(() -> guarded(errors, work), 1, 1, TimeUnit.SECONDS);
  }

  // What is thrown would end the schedule without a word.
  private static void guarded(SuppressedErrors errors, Runnable work) {
    try {
      work.run();
    } catch (Throwable t) {
      errors.suppress("engine", t);
    }
  }

  private static ScheduledExecutorService scheduler() {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, "pitwall-engine");
          thread.setDaemon(true);
          return thread;
        });
  }

  private static String version() throws IOException {
    try (InputStream file = Startup.class.getResourceAsStream("version.properties")) {
      Properties properties = new Properties();
      properties.load(file);
      return properties.getProperty("version");
    }
  }

  // The agent's version is not part of any public API; without it the label says so.
  private static String agentVersion() {
    try {
      return String.valueOf(
          Class.forName("io.opentelemetry.javaagent.tooling.AgentVersion")
              .getField("VERSION")
              .get(null));
    } catch (ReflectiveOperationException | LinkageError e) {
      return "unknown";
    }
  }
}
