package dev.pitwall.instrumentation;

import io.opentelemetry.javaagent.tooling.muzzle.InstrumentationModuleMuzzle;
import io.opentelemetry.javaagent.tooling.muzzle.Mismatch;
import io.opentelemetry.javaagent.tooling.muzzle.ReferenceMatcher;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Says in one line when an application's framework is not what a module was written for. The agent
 * then leaves the module out by itself, but tells of it only in its debug log.
 *
 * <p>Looks at names of classes as they are loaded and changes none. What a module needs is compared
 * on a thread of its own, once the application loads a first class of it.
 */
public final class UnfitModules implements ClassFileTransformer {

  private static final Logger logger = Logger.getLogger(UnfitModules.class.getName());
  private static final UnfitModules INSTANCE = new UnfitModules();
  private static final int IDLE_SECONDS = 5;

  // By the internal name of a class: the modules that need it.
  private final Map<String, Set<PitwallInstrumentationModule>> needs = new ConcurrentHashMap<>();
  private final Map<ClassLoader, Set<PitwallInstrumentationModule>> compared =
      Collections.synchronizedMap(new WeakHashMap<>());
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Executor executor =
      new ThreadPoolExecutor(
          0,
          1,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          task -> {
            Thread thread = new Thread(task, "pitwall-fit");
            thread.setDaemon(true);
            return thread;
          });

  private UnfitModules() {}

  /** Begins to look. Called once, before the application starts. */
  public static void report() {
    try {
      BridgeJar.instrumentation().addTransformer(INSTANCE);
    } catch (ReflectiveOperationException e) {
      logger.log(Level.FINE, "Pitwall cannot say which modules do not fit", e);
    }
  }

  /** A module that the agent has installed. */
  static void add(PitwallInstrumentationModule module) {
    for (String name : InstrumentationModuleMuzzle.getMuzzleReferences(module).keySet()) {
      INSTANCE
          .needs
          .computeIfAbsent(name.replace('.', '/'), unseen -> ConcurrentHashMap.newKeySet())
          .add(module);
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    Set<PitwallInstrumentationModule> modules = name == null ? null : needs.get(name);
    if (modules != null && loader != null) {
      for (PitwallInstrumentationModule module : modules) {
        if (compared.computeIfAbsent(loader, unseen -> ConcurrentHashMap.newKeySet()).add(module)) {
          executor.execute(() -> compare(module, loader));
        }
      }
    }
    return null;
  }

  private void compare(PitwallInstrumentationModule module, ClassLoader loader) {
    try {
      List<Mismatch> mismatches = ReferenceMatcher.of(module).getMismatchedReferenceSources(loader);
      String name = module.instrumentationName();
      if (!mismatches.isEmpty() && isThere(module, mismatches, loader) && told.add(name)) {
        logger.log(
            Level.WARNING,
            "Pitwall leaves {0} out: this version of the framework is not what it was written for ({1}). The application and all other modules are not affected.",
            new Object[] {name, describe(mismatches)});
      }
    } catch (Throwable t) {
      // The line is a courtesy: whether the module fits is decided by the agent.
      logger.log(Level.FINE, "Pitwall could not compare " + module, t);
    }
  }

  /**
   * Whether the application has the part of the framework that the module watches. A package of
   * which no class is found belongs to a part that it does not have.
   */
  private static boolean isThere(
      PitwallInstrumentationModule module, List<Mismatch> mismatches, ClassLoader loader) {
    if (!mismatches.stream().allMatch(Mismatch.MissingClass.class::isInstance)) {
      return true;
    }
    Set<String> found = new HashSet<>();
    Set<String> missed = new HashSet<>();
    for (String name : InstrumentationModuleMuzzle.getMuzzleReferences(module).keySet()) {
      boolean there = loader.getResource(name.replace('.', '/') + ".class") != null;
      (there ? found : missed).add(name.substring(0, name.lastIndexOf('.') + 1));
    }
    return !Collections.disjoint(found, missed);
  }

  private static String describe(List<Mismatch> mismatches) {
    // Each begins with where of ours the need comes from.
    String first = mismatches.get(0).toString();
    String what = first.substring(first.lastIndexOf(']') + 1).strip();
    return mismatches.size() == 1 ? what : what + ", and " + (mismatches.size() - 1) + " more";
  }
}
