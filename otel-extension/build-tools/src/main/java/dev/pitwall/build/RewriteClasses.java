package dev.pitwall.build;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Writes the classes that a start loads as the agent would rewrite them, in the order in which they
 * can be defined; read by {@code ReadyClasses} of the extension, which says why.
 *
 * <p>Arguments: the file to write, and the list of classes, a name a line. The classes themselves
 * are on the class path.
 */
public final class RewriteClasses {

  private static final String PROBE = "dev/pitwall/agent/ready/Probe";

  // As in the agent's RemappingUrlConnection, of which a start finds out whether it is still so.
  private static final TreeMap<String, String> AGENTS_NAMES = new TreeMap<>();

  static {
    String shaded = "io/opentelemetry/javaagent/shaded/";
    for (String of : List.of("api", "context", "common", "semconv")) {
      AGENTS_NAMES.put("io/opentelemetry/" + of, shaded + "io/opentelemetry/" + of);
    }
    AGENTS_NAMES.put("io/opentelemetry/instrumentation", shaded + "instrumentation");
    AGENTS_NAMES.put(
        "java/util/logging/Logger", "io/opentelemetry/javaagent/bootstrap/PatchLogger");
  }

  private final Set<String> kinds = new TreeSet<>();
  private final Map<String, Rewritten> ordered = new LinkedHashMap<>();

  /** A class as the agent would have it. */
  private static final class Rewritten {
    private final ClassReader reader;
    private final byte[] bytes;

    Rewritten(byte[] bytes) {
      this.reader = new ClassReader(bytes);
      this.bytes = bytes;
    }

    String name() {
      return reader.getClassName();
    }

    int size() {
      return bytes.length;
    }

    boolean isNamed() {
      return !Character.isDigit(name().charAt(name().lastIndexOf('$') + 1));
    }
  }

  private RewriteClasses() {}

  /** Writes the file, or fails with what to do about it. */
  public static void main(String[] arguments) throws IOException {
    Path list = Path.of(arguments[1]);
    new RewriteClasses().write(Path.of(arguments[0]), Files.readAllLines(list), list.getFileName());
  }

  private void write(Path file, List<String> names, Path list) throws IOException {
    byte[] probe = rewritten(PROBE);
    Set<String> known = Set.copyOf(kinds);
    List<Rewritten> classes = new ArrayList<>();
    for (String name : names) {
      if (!name.isBlank() && !name.startsWith("#")) {
        try {
          classes.add(new Rewritten(rewritten(name.replace('.', '/'))));
        } catch (IOException e) {
          // Renamed or gone; a start is as correct without it, and StartIT asks for a new list.
          System.out.println("[WARNING] " + list + ": " + name + " is not there any more");
        }
      }
    }
    kinds.removeAll(known);
    if (!kinds.isEmpty()) {
      throw new IllegalStateException(
          "the agent rewrites also "
              + kinds
              + " in our classes; give "
              + PROBE
              + " a field of such a type, so that a start can tell whether it still does");
    }
    order(classes);
    Files.createDirectories(file.getParent());
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      write(out, probe);
    }
  }

  private byte[] rewritten(String name) throws IOException {
    String resource = name + ".class";
    try (InputStream original =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
      if (original == null) {
        throw new IOException(resource + " is not on the class path");
      }
      // Pool and frames as the agent has them: the bytes of the probe are compared.
      ClassReader reader = new ClassReader(original);
      ClassWriter writer = new ClassWriter(reader, 0);
      reader.accept(new ClassRemapper(writer, new AgentsNames()), ClassReader.EXPAND_FRAMES);
      return writer.toByteArray();
    }
  }

  /**
   * What a class extends comes before it. Else anonymous ones and the smaller come first: the JVM
   * links a class when it is defined, and what it looks at to verify large ones are mostly small
   * records and interfaces, and their own anonymous classes. One that comes too late is rewritten
   * by the agent; StartIT tells of it.
   */
  private void order(List<Rewritten> classes) {
    classes.sort(
        Comparator.comparing(Rewritten::isNamed)
            .thenComparing(Rewritten::size)
            .thenComparing(Rewritten::name));
    Map<String, Rewritten> byName = new HashMap<>();
    classes.forEach(each -> byName.put(each.name(), each));
    classes.forEach(each -> add(each, byName));
  }

  private void add(Rewritten type, Map<String, Rewritten> all) {
    if (!ordered.containsKey(type.name())) {
      Stream.concat(Stream.of(type.reader.getSuperName()), Stream.of(type.reader.getInterfaces()))
          .map(all::get)
          .filter(Objects::nonNull)
          .forEach(each -> add(each, all));
      ordered.put(type.name(), type);
    }
  }

  private void write(DataOutputStream out, byte[] probe) throws IOException {
    out.writeInt(probe.length);
    out.write(probe);
    List<String> packages =
        ordered.keySet().stream().map(RewriteClasses::packageOf).distinct().sorted().toList();
    out.writeShort(packages.size());
    for (String each : packages) {
      out.writeUTF(each);
    }
    out.writeShort(ordered.size());
    for (Rewritten each : ordered.values()) {
      out.writeByte(packages.indexOf(packageOf(each.name())));
      out.writeInt(each.bytes.length);
      out.write(each.bytes);
    }
  }

  private static String packageOf(String name) {
    return name.substring(0, name.lastIndexOf('/')).replace('/', '.');
  }

  private final class AgentsNames extends Remapper {

    AgentsNames() {
      super(Opcodes.ASM9);
    }

    @Override
    public String map(String name) {
      Map.Entry<String, String> kind = AGENTS_NAMES.floorEntry(name);
      if (kind == null || !name.startsWith(kind.getKey())) {
        return name;
      }
      kinds.add(kind.getKey());
      return kind.getValue() + name.substring(kind.getKey().length());
    }
  }
}
