package dev.pitwall.agent.methods;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The methods that the operator's file maps: as it names them, and as they are found in classes
 * while the application loads them. Safe for use by any thread.
 */
public final class FileMethods {

  /** Of no file. */
  public static final FileMethods NONE = new FileMethods(List.of(), complaint -> {});

  private final List<FileEntry> all;
  private final Consumer<String> complaints;
  private final Map<String, List<FileEntry>> found = new ConcurrentHashMap<>();
  private final Map<String, List<Entry>> entries = new ConcurrentHashMap<>();

  /**
   * An entry of the file.
   *
   * @param type the class, or the interface whose implementations are meant
   * @param name the method's name
   * @param parameters the types of its parameters as the JVM names them, or null for all of its
   *     name
   * @param entry what its calls mean
   */
  record FileEntry(String type, String name, @Nullable List<String> parameters, Entry entry) {

    boolean isOf(String method, String signature) {
      return name.equals(method)
          && (parameters == null || signature.equals("(" + String.join(",", parameters) + ")"));
    }
  }

  FileMethods(List<FileEntry> all, Consumer<String> complaints) {
    this.all = List.copyOf(all);
    this.complaints = complaints;
  }

  /** The classes and interfaces that are named. */
  public Set<String> types() {
    return all.stream().map(FileEntry::type).collect(Collectors.toUnmodifiableSet());
  }

  /** A class is loaded that is a named one, or implements a named interface. */
  public void found(String type, String loaded, Collection<String> methods) {
    List<FileEntry> meant = all.stream().filter(each -> each.type().equals(type)).toList();
    found.merge(
        loaded,
        meant,
        (before, more) -> {
          List<FileEntry> both = new ArrayList<>(before);
          more.stream().filter(each -> !before.contains(each)).forEach(both::add);
          return both;
        });
    if (type.equals(loaded)) {
      for (FileEntry each : meant) {
        if (!methods.contains(each.name())) {
          complaints.accept(
              "%s: in %s the method %s; the entry has no effect"
                  .formatted(each.entry().place(), type, Nearest.unknown(each.name(), methods)));
        }
      }
    }
  }

  /** Whether calls of a method of a loaded class mean something. */
  public boolean maps(String loaded, String name, String signature) {
    List<FileEntry> candidates = found.getOrDefault(loaded, List.of());
    List<Entry> meant =
        candidates.stream()
            .filter(each -> each.isOf(name, signature))
            .map(FileEntry::entry)
            .toList();
    if (!meant.isEmpty()) {
      entries.put(loaded + "." + name + signature, meant);
    }
    return !meant.isEmpty();
  }

  /** What calls of a method mean, by class, name and parameters. */
  List<Entry> entries(String method) {
    return entries.getOrDefault(method, List.of());
  }
}
