package dev.pitwall.engine.run;

import dev.pitwall.engine.signal.Shape;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/*
 * Progress read from topology. The share of a workflow that is done is
 *   - a sequence or parallel: (members that ended + the shares of open inner workflows) / members;
 *   - a loop: the same over members × the most rounds it may go. It may end sooner, so the share is a lower bound;
 *   - a router or supervisor: (members that have ended at least once) / members, a guess that never reaches one.
 * A workflow that ended counts as one whole member of its parent, whatever its share was.
 *
 * The tree holds open workflows only, so its size is the depth and width of what is under way.
 */
/** How far a run has come, as far as its topology tells. */
final class ProgressTree {

  private static final int MAX_NODES = 512;

  private final Map<Long, Node> nodes = new HashMap<>();
  private @Nullable Node root;

  void started(long operation, long parent, String name, Shape shape) {
    if (nodes.size() == MAX_NODES) {
      return;
    }
    Node node = new Node(operation, name, shape, nodes.get(parent));
    nodes.put(operation, node);
    if (node.parent != null) {
      node.parent.open.put(operation, node);
    } else if (root == null) {
      root = node;
    }
  }

  /** A workflow ended; returns whether that moved its parent. */
  boolean ended(long operation, boolean failed, String name) {
    Node node = nodes.remove(operation);
    if (node == null || node.parent == null) {
      return false;
    }
    node.parent.open.remove(operation);
    return !failed && node.parent.complete(name);
  }

  /** A member of a workflow ended; returns whether that moved the workflow. */
  boolean memberEnded(long workflow, String name) {
    Node node = nodes.get(workflow);
    return node != null && node.complete(name);
  }

  /** An open workflow as somebody who calls others. */
  @Nullable Caller caller(long workflow) {
    Node node = nodes.get(workflow);
    return node == null ? null : new Caller(node.name, node.shape.kind(), node.loop());
  }

  double share() {
    return root == null ? 0 : root.share();
  }

  /** Whether nothing that is under way may end sooner, or go on longer, than its shape tells. */
  boolean isExact() {
    return nodes.values().stream()
        .allMatch(
            node ->
                node.shape.kind() == Shape.Kind.SEQUENCE
                    || node.shape.kind() == Shape.Kind.PARALLEL);
  }

  int completed() {
    return root == null ? 0 : root.done;
  }

  int total() {
    return root == null || root.isBlank() ? 0 : root.steps();
  }

  private static final class Node {

    private final long operation;
    private final String name;
    private final Shape shape;
    private final @Nullable Node parent;
    private final Map<Long, Node> open = new HashMap<>();
    private final Map<String, Boolean> called = new HashMap<>();
    private int done;

    Node(long operation, String name, Shape shape, @Nullable Node parent) {
      this.operation = operation;
      this.name = name;
      this.shape = shape;
      this.parent = parent;
    }

    long loop() {
      for (Node around = this; around != null; around = around.parent) {
        if (around.shape.kind() == Shape.Kind.LOOP) {
          return around.operation;
        }
      }
      return 0;
    }

    boolean complete(String name) {
      boolean chosen = shape.kind() == Shape.Kind.ROUTER || shape.kind() == Shape.Kind.SUPERVISOR;
      if (chosen && (called.size() > steps() || called.put(name, true) != null)) {
        return false;
      }
      done = Math.min(done + 1, steps());
      return true;
    }

    int steps() {
      return Math.max(1, shape.members()) * Math.max(1, shape.maxIterations());
    }

    /** Whether nothing is known of its members, and none has been seen. */
    boolean isBlank() {
      return shape.members() == 0 && open.isEmpty() && done == 0;
    }

    double share() {
      double partly = open.values().stream().mapToDouble(Node::share).sum();
      return Math.min(1, (done + partly) / steps());
    }
  }
}
