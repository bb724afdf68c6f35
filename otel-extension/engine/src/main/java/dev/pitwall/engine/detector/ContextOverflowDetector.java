package dev.pitwall.engine.detector;

import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.signal.ErrorKind;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.ToolEnded;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * A context overflows in three ways, and each is decided for one agent and one model:
 *   - the model refuses an input for its length (ErrorKind.CONTEXT_LENGTH): one refusal is enough;
 *   - the input has grown by `growth` of the window to `critical` of it and still grows there: two calls in a row that each
 *     add a hundredth, or one that reaches the brim. A high fill that was high from the start, or that has stopped growing
 *     (a memory of fixed length), is full and not overflowing;
 *   - the context is shortened again and again: `compactions` times without twenty calls of peace in between. Where it is
 *     not said, a fall by two fifths from nearly critical, inside one operation, is taken for one. Another operation starts
 *     a fresh context.
 * It is over when `calls` in a row found room (below `relief`) without being shortened, and twice as many as lay between the
 * last two compactions: a saw's tooth is no relief.
 *
 * Needs input tokens and the size of the model's window; with standard spans only, where the window is not known, refusals
 * and said compactions still tell. Kept only for agents that have filled half a window, were refused or cut, at most
 * MAX_CONVERSATIONS. Onset is the call with which the fill became critical, the first of the compactions, or the refusal.
 * What the growth came from is counted between calls: the tool that was called last, or else the agent itself.
 */
/** Finds agents whose input outgrows the model's window. */
final class ContextOverflowDetector implements Detector {

  private static final int MAX_CONVERSATIONS = 64;
  private static final int NEAR = 2;

  private final ContextOverflowSettings settings;
  private final Scene scene;
  private @Nullable Map<Key, Conversation> conversations;

  private record Key(@Nullable String agent, @Nullable String model) {}

  private ContextOverflowDetector(ContextOverflowSettings settings, Scene scene) {
    this.settings = settings;
    this.scene = scene;
  }

  static Factory factory(ContextOverflowSettings settings) {
    return Factory.startingWith(
        Set.of(ModelEnded.class), scene -> new ContextOverflowDetector(settings, scene));
  }

  @Override
  public void on(ToolEnded call) {
    if (conversations != null && call.agent() != null) {
      for (Conversation conversation : conversations.values()) {
        if (conversation.agent.equals(call.agent())) {
          conversation.called(call.tool());
        }
      }
    }
  }

  @Override
  public void on(ModelEnded call) {
    boolean refused =
        call.error() != null && ErrorKind.of(call.error()) == ErrorKind.CONTEXT_LENGTH;
    if (call.error() != null && !refused) {
      return;
    }
    int input = call.usage().input() == null ? 0 : call.usage().input();
    int window = call.usage().contextWindow() == null ? 0 : call.usage().contextWindow();
    boolean sized = input > 0 && window > 0;
    boolean near = sized && (long) input * NEAR >= window;
    Conversation conversation = conversation(call, refused || near || call.usage().compacted());
    if (conversation == null) {
      return;
    }
    if (refused) {
      conversation.refused(call.at());
      say(conversation, true, call.at());
      return;
    }
    if (sized) {
      conversation.took(call, input, window, settings.critical());
    } else {
      conversation.took(call);
    }
    if (conversation.compactions() >= settings.compactions()
        || conversation.isFull(settings.critical(), settings.growth())) {
      say(conversation, false, call.at());
    }
    if (conversation.holds(settings.relief(), settings.calls()) && conversation.overflow != null) {
      conversation.overflow.resolve(call.at());
      conversation.overflow = null;
      conversation.relieved();
    }
  }

  private @Nullable Conversation conversation(ModelEnded call, boolean needed) {
    Key key = new Key(call.agent(), call.model());
    Conversation known = conversations == null ? null : conversations.get(key);
    if (known != null || !needed) {
      return known;
    }
    if (conversations == null) {
      conversations = new HashMap<>(2);
    }
    if (conversations.size() == MAX_CONVERSATIONS) {
      return null;
    }
    Conversation created =
        new Conversation(
            call.agent() == null ? scene.run().workflow() : call.agent(),
            call.model() == null ? "model" : call.model());
    conversations.put(key, created);
    return created;
  }

  private void say(Conversation conversation, boolean refused, long at) {
    if (conversation.overflow == null) {
      conversation.overflow = scene.findings().open(draft(conversation, refused), at);
    } else if (refused) {
      Draft now = draft(conversation, true);
      conversation.overflow.update(
          said -> said.withEvidence(now.evidence()).withSeverity(Severity.CRITICAL), at);
    }
  }

  private Draft draft(Conversation conversation, boolean refused) {
    boolean cut = !refused && conversation.compactions() >= settings.compactions();
    Ranking ranking = new Ranking().add("model", conversation.model, 0.1);
    // What is not known of its growth is the agent's, who decides what to keep.
    ranking.add("agent", conversation.agent, 0.3);
    conversation
        .growth()
        .shares()
        .forEach(
            share ->
                ranking.add(
                    share.name().isEmpty() ? "agent" : "tool",
                    share.name().isEmpty() ? conversation.agent : share.name(),
                    share.share()));
    return new Draft(
        FindingType.CONTEXT_OVERFLOW,
        refused ? Severity.CRITICAL : Severity.WARNING,
        conversation.agent,
        conversation.agent,
        Set.of(conversation.agent, conversation.model),
        ranking.causes(),
        evidence(conversation, refused, cut),
        "Let %s keep less: shorten results of tools, summarise earlier turns, or start afresh; or use a model with a larger window."
            .formatted(conversation.agent),
        cut ? conversation.firstCompactionAt() : conversation.criticalAt());
  }

  private static String evidence(Conversation conversation, boolean refused, boolean cut) {
    if (cut) {
      return "The context of %s for %s was shortened %d times and fills up again"
          .formatted(conversation.agent, conversation.model, conversation.compactions());
    }
    String fill =
        conversation.window() == 0
            ? ""
            : "%s of the %s tokens that %s can read"
                .formatted(
                    Words.count(conversation.input()),
                    Words.count(conversation.window()),
                    conversation.model);
    if (refused) {
      return "%s refused an input of %s for its length%s"
          .formatted(
              conversation.model,
              conversation.agent,
              fill.isEmpty() ? "" : "; the one before took " + fill);
    }
    return "The input of %s has grown from %s to %s and still grows"
        .formatted(conversation.agent, Words.count(conversation.base()), fill);
  }
}
