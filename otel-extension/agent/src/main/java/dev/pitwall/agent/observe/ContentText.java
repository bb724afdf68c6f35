package dev.pitwall.agent.observe;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * Agents hand each other records, beans and collections, and make a new object each time. Two of them are the same work if
 * their content is, so their content is written down: fields in the order of their declaration, elements in theirs, those of
 * sets and maps in the order of their texts. Fields are read and never asked for, JDK collections are iterated and those of
 * others are not: no method of the application is called, so nothing of it is initialised, logged, locked or changed.
 *
 * What is deeper than DEPTH, beyond NODES objects or MAX_CHARS characters is left out, which may make two equal that are not;
 * what cannot be read at all (a proxy, a lambda, a class of a closed module) is only itself. An object that changes while it
 * is read may look like none that ever was, as it would to any reader without its lock.
 */
/** The content of a value as text, for comparison only. Not thread-safe; one for each value. */
final class ContentText {

  /** Enough to tell texts apart, and a bound on what a hook costs. */
  static final int MAX_CHARS = 64 * 1024;

  private static final int DEPTH = 6;
  private static final int NODES = 500;

  private static final ClassValue<Field[]> FIELDS =
      new ClassValue<>() {
        @Override
        protected Field[] computeValue(Class<?> type) {
          return fieldsOf(type);
        }
      };

  private StringBuilder text = new StringBuilder();
  private int nodes;
  private boolean partial;

  private ContentText() {}

  static String of(Object value) {
    if (value instanceof String string) {
      return bounded(string);
    }
    return bounded(read(value).text.toString());
  }

  /** The same, or null if that is not all of the content, or not by content that it is known. */
  static @Nullable String ofWhole(Object value) {
    ContentText content = read(value);
    return content.partial || content.isFull() ? null : content.text.toString();
  }

  private static ContentText read(Object value) {
    ContentText content = new ContentText();
    content.add(value, 0);
    return content;
  }

  private static String bounded(String text) {
    return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + text.length();
  }

  private void add(@Nullable Object value, int depth) {
    if (value == null) {
      text.append("null");
    } else if (value instanceof String string) {
      text.append('"').append(string, 0, Math.min(string.length(), MAX_CHARS)).append('"');
      text.append(string.length());
    } else if (value instanceof Enum<?> constant) {
      text.append(constant.getDeclaringClass().getName()).append(':').append(constant.name());
    } else if (isPlain(value)) {
      text.append(value.getClass().getName()).append(':').append(value);
    } else if (++nodes > NODES || depth > DEPTH || isFull()) {
      text.append(value.getClass().getName());
      partial = true;
    } else {
      addParts(value, depth + 1);
    }
  }

  private void addParts(Object value, int depth) {
    Class<?> type = value.getClass();
    if (value instanceof Optional<?> optional) {
      add(optional.orElse(null), depth);
    } else if (type.isArray()) {
      int length = Array.getLength(value);
      text.append('#').append(length);
      partial |= length > NODES;
      for (int i = 0; i < Math.min(length, NODES); i++) {
        separate(i).add(Array.get(value, i), depth);
      }
    } else if (isOfJdk(type) && value instanceof Map<?, ?> map) {
      addSorted(map.entrySet(), depth);
    } else if (isOfJdk(type) && value instanceof Map.Entry<?, ?> entry) {
      add(entry.getKey(), depth);
      separate(1).add(entry.getValue(), depth);
    } else if (isOfJdk(type) && value instanceof Set<?> set) {
      addSorted(set, depth);
    } else if (isOfJdk(type) && value instanceof Collection<?> collection) {
      addInOrder(collection, depth);
    } else {
      addFields(value, depth);
    }
  }

  private void addInOrder(Collection<?> elements, int depth) {
    int i = 0;
    for (Object element : elements) {
      if (isFull()) {
        partial = true;
        break;
      }
      separate(i++).add(element, depth);
    }
    text.append('#').append(elements.size());
  }

  private boolean isFull() {
    return nodes > NODES || text.length() > MAX_CHARS;
  }

  private void addSorted(Collection<?> elements, int depth) {
    text.append('#').append(elements.size());
    if (elements.size() > NODES) {
      partial = true;
      return;
    }
    StringBuilder whole = text;
    List<String> texts = new ArrayList<>(elements.size());
    for (Object element : elements) {
      text = new StringBuilder();
      add(element, depth);
      texts.add(text.toString());
    }
    text = whole;
    Collections.sort(texts);
    text.append(texts);
  }

  private void addFields(Object value, int depth) {
    Class<?> type = value.getClass();
    Field[] fields = FIELDS.get(type);
    text.append(type.getName());
    if (fields.length == 0) {
      addIdentity(value);
    }
    for (Field field : fields) {
      text.append(',').append(field.getName()).append('=');
      try {
        add(field.get(value), depth);
      } catch (IllegalAccessException e) {
        addIdentity(value);
      }
    }
  }

  private void addIdentity(Object value) {
    text.append('@').append(System.identityHashCode(value));
    partial = true;
  }

  private ContentText separate(int index) {
    text.append(index == 0 ? "[" : ",");
    return this;
  }

  // Of these the text is the value, and it is the JDK that writes it.
  private static boolean isPlain(Object value) {
    return value instanceof Boolean
        || value instanceof Character
        || value instanceof Class<?>
        || (value instanceof Number && isOfJdk(value.getClass()))
        || value.getClass().getName().startsWith("java.time.")
        || value.getClass() == java.util.UUID.class
        || value.getClass() == java.net.URI.class;
  }

  private static boolean isOfJdk(Class<?> type) {
    return type.getName().startsWith("java.");
  }

  /** Fields that make up the content; none if it cannot be read. */
  private static Field[] fieldsOf(Class<?> type) {
    if (Proxy.isProxyClass(type) || type.isHidden() || type.isSynthetic()) {
      return new Field[0];
    }
    List<Field> fields = new ArrayList<>();
    try {
      for (Class<?> each = type;
          each != null && each != Object.class;
          each = each.getSuperclass()) {
        for (Field field : each.getDeclaredFields()) {
          int modifiers = field.getModifiers();
          if (!Modifier.isStatic(modifiers) && !Modifier.isTransient(modifiers)) {
            field.setAccessible(true);
            fields.add(field);
          }
        }
      }
    } catch (RuntimeException | LinkageError e) {
      // A closed module, or a field of a class that is not there: it stands for itself.
      return new Field[0];
    }
    Field[] found = fields.toArray(new Field[0]);
    // The JVM promises no order, and the order must be the same in every process.
    Arrays.sort(
        found,
        Comparator.comparing(Field::getName).thenComparing(f -> f.getDeclaringClass().getName()));
    return found;
  }
}
