package dev.pitwall.agent.methods;

import dev.pitwall.agent.methods.FileMethods.FileEntry;
import dev.pitwall.bridge.MethodMapping.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/*
 * methods:
 *   - class: com.acme.Desk
 *     method: publish
 *     parameters: [java.lang.String]      # only this overload
 *     workflow: publishing-desk           # or name: …
 *   - class: com.acme.Research
 *     method: research
 *     task:
 *       id: ${args[0].id}
 *       type: research
 *
 * Only the YAML's nodes are used, for their lines; no object is made of what is written there. An entry that is no good is
 * named with its line and left out, the others hold.
 */
/** Reads the file that maps methods. */
public final class MethodsFile {

  private static final long MAX_BYTES = 1 << 20;
  private static final int MAX_ENTRIES = 1000;
  private static final String METHODS = "methods";
  private static final List<String> KINDS =
      Arrays.stream(Kind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
  private static final List<String> WORDS =
      Stream.concat(Stream.of("class", "method", "parameters"), KINDS.stream()).toList();

  private final String file;
  private final Consumer<String> complaints;
  private final List<FileEntry> entries = new ArrayList<>();

  private MethodsFile(String file, Consumer<String> complaints) {
    this.file = file;
    this.complaints = complaints;
  }

  /**
   * What is mapped; nothing without a file.
   *
   * @param complaints takes one line for each thing that is no good
   */
  public static FileMethods load(@Nullable String file, Consumer<String> complaints) {
    if (file == null) {
      return FileMethods.NONE;
    }
    MethodsFile reader = new MethodsFile(file, complaints);
    try {
      Path path = Path.of(file);
      if (Files.size(path) > MAX_BYTES) {
        throw new IOException("it is larger than " + MAX_BYTES + " bytes");
      }
      reader.read(Files.readString(path, StandardCharsets.UTF_8));
    } catch (IOException | InvalidPathException e) {
      complaints.accept(file + " cannot be read (" + e + "); no method is mapped");
    } catch (YamlEngineException e) {
      String what = String.valueOf(e.getMessage()).replaceAll("\\s*\\n\\s*", " ");
      complaints.accept(file + " is no YAML: " + what + "; no method is mapped");
    } catch (LinkageError e) {
      complaints.accept(file + " cannot be read: this agent has no YAML parser (" + e + ")");
    }
    return new FileMethods(reader.entries, complaints);
  }

  /** A part of the file that is no good. */
  private static final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Node where;

    Rejected(Node where, String message) {
      super(message);
      this.where = where;
    }
  }

  private void read(String text) {
    Node root =
        new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text).orElse(null);
    if (root == null) {
      complaints.accept(file + " is empty; no method is mapped");
      return;
    }
    try {
      Map<String, Node> top = mapping(root, List.of(METHODS));
      Node methods = top.get(METHODS);
      if (!(methods instanceof SequenceNode list)) {
        throw new Rejected(root, "\"" + METHODS + ":\" with a list of entries is missing");
      }
      list.getValue().stream().limit(MAX_ENTRIES).forEach(this::entry);
      if (list.getValue().size() > MAX_ENTRIES) {
        throw new Rejected(
            list.getValue().get(MAX_ENTRIES),
            "there are more than %d entries; the rest is ignored".formatted(MAX_ENTRIES));
      }
    } catch (Rejected e) {
      complaints.accept(place(e.where) + ": " + e.getMessage());
    }
  }

  private void entry(Node node) {
    try {
      Map<String, Node> fields = mapping(node, WORDS);
      String type = text(node, fields, "class");
      String method = text(node, fields, "method");
      List<String> kinds = fields.keySet().stream().filter(KINDS::contains).toList();
      if (kinds.isEmpty()) {
        throw new Rejected(node, "what a call is, is missing: " + String.join(", ", KINDS));
      }
      Node parameters = fields.get("parameters");
      List<FileEntry> meanings = new ArrayList<>();
      for (String word : kinds) {
        Kind kind = Kind.valueOf(word.toUpperCase(Locale.ROOT));
        meanings.add(
            new FileEntry(
                type,
                method,
                parameters == null ? null : types(parameters),
                meaning(type + "." + method, kind, fields.get(word))));
      }
      entries.addAll(meanings);
    } catch (Rejected e) {
      complaints.accept(place(e.where) + ": " + e.getMessage() + "; the entry is ignored");
    }
  }

  private Entry meaning(String method, Kind kind, @Nullable Node node) {
    Map<String, String> texts = new LinkedHashMap<>();
    MappingKey main = MappingKey.main(kind);
    if (node instanceof ScalarNode scalar && scalar.getValue().isBlank()) {
      // Nothing more is said: enough for a task.
    } else if (node instanceof ScalarNode scalar && main != null) {
      texts.put(main.word(), scalar.getValue());
    } else if (node instanceof MappingNode values) {
      mapping(values, null).forEach((key, value) -> texts.put(key, scalar(value)));
    } else if (node != null) {
      throw new Rejected(node, "it is neither a text nor keys with texts");
    }
    try {
      return Entry.of(place(node), MappedMethods.shortName(method), kind, texts);
    } catch (IllegalArgumentException e) {
      throw new Rejected(at(node, texts, e), String.valueOf(e.getMessage()));
    }
  }

  // The line of the key that the message names, if it does.
  private static Node at(@Nullable Node node, Map<String, String> texts, RuntimeException e) {
    if (node instanceof MappingNode values) {
      for (NodeTuple each : values.getValue()) {
        if (each.getKeyNode() instanceof ScalarNode key
            && texts.containsKey(key.getValue())
            && String.valueOf(e.getMessage()).contains(key.getValue())) {
          return key;
        }
      }
    }
    return Objects.requireNonNull(node);
  }

  private Map<String, Node> mapping(Node node, @Nullable List<String> known) {
    if (!(node instanceof MappingNode mapping)) {
      throw new Rejected(node, "it is not made of keys and values");
    }
    Map<String, Node> fields = new LinkedHashMap<>();
    for (NodeTuple each : mapping.getValue()) {
      String key = scalar(each.getKeyNode());
      if (known != null && !known.contains(key)) {
        throw new Rejected(each.getKeyNode(), Nearest.unknown(key, known));
      }
      if (fields.put(key, each.getValueNode()) != null) {
        throw new Rejected(each.getKeyNode(), "\"" + key + "\" is there twice");
      }
    }
    return fields;
  }

  private static String text(Node entry, Map<String, Node> fields, String key) {
    Node node = fields.get(key);
    if (node == null) {
      throw new Rejected(entry, "\"" + key + "\" is missing");
    }
    String text = scalar(node).strip();
    if (text.isEmpty()) {
      throw new Rejected(node, "\"" + key + "\" is empty");
    }
    return text;
  }

  private static String scalar(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw new Rejected(node, "it is not a text");
  }

  private static List<String> types(Node node) {
    if (!(node instanceof SequenceNode list)) {
      throw new Rejected(node, "\"parameters\" is not a list of types");
    }
    return list.getValue().stream().map(MethodsFile::scalar).map(JvmNames::of).toList();
  }

  private String place(@Nullable Node node) {
    return file
        + (node == null
            ? ""
            : node.getStartMark().map(mark -> ", line " + (mark.getLine() + 1)).orElse(""));
  }
}
