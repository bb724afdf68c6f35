package dev.pitwall.replay.follow;

import dev.pitwall.replay.record.Span;
import dev.pitwall.replay.record.TraceId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The spans that have begun, as far as they are remembered: of so many, those that have ended are
 * forgotten first, the oldest of them before others.
 */
final class Nodes {

  private static final int CAPACITY = 100_000;
  private static final int DEPTH = 256;
  // How many open ones are looked at and kept before one is forgotten after all.
  private static final int PATIENCE = 64;

  private final Map<Key, Node> nodes = new LinkedHashMap<>();

  private record Key(TraceId trace, long span) {
    @Override
    public int hashCode() {
      return Long.hashCode(span ^ trace.low());
    }
  }

  /** Remembers a span. */
  Node add(Span span) {
    Node node = new Node(span);
    nodes.put(new Key(span.trace(), span.id()), node);
    if (nodes.size() > CAPACITY) {
      forget();
    }
    return node;
  }

  private void forget() {
    for (int i = 0; i < PATIENCE; i++) {
      Iterator<Map.Entry<Key, Node>> oldest = nodes.entrySet().iterator();
      Map.Entry<Key, Node> entry = oldest.next();
      oldest.remove();
      if (!entry.getValue().open) {
        return;
      }
      nodes.put(entry.getKey(), entry.getValue());
    }
    Iterator<Map.Entry<Key, Node>> oldest = nodes.entrySet().iterator();
    oldest.next();
    oldest.remove();
  }

  /** The span, or null if it is not known. */
  @Nullable Node find(TraceId trace, long span) {
    return span == 0 ? null : nodes.get(new Key(trace, span));
  }

  /** The span around one, or null. */
  @Nullable Node above(Node node) {
    return find(node.trace, node.parent);
  }

  /** The innermost step around a span, or null. */
  @Nullable Node stepAbove(Node node) {
    Node at = above(node);
    for (int i = 0; i < DEPTH && at != null && at.kind == null; i++) {
      at = above(at);
    }
    return at;
  }

  /** The innermost workflow or agent of a run in which something is, from {@code from} outwards. */
  @Nullable Node around(@Nullable Node from, FollowedRun run) {
    Node at = from;
    for (int i = 0; i < DEPTH && at != null; i++) {
      if (at.run == run && at.kind != null && at.kind.isAround()) {
        return at;
      }
      at = above(at);
    }
    return null;
  }

  /** When the last of the spans around one ends, and it itself; or never if one is missing. */
  long outermostEnd(Node node) {
    long end = node.end;
    Node at = node;
    for (int i = 0; i < DEPTH; i++) {
      end = Math.max(end, at.end);
      if (at.parent == 0) {
        return end;
      }
      Node above = above(at);
      if (above == null) {
        return Long.MAX_VALUE;
      }
      at = above;
    }
    return end;
  }
}
