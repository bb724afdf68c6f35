package dev.pitwall.sample.endpoint;

import java.util.List;

/** All parts, in the order in which they are asked whether they are meant. */
final class Cast {

  private static final int OVERTHINKING = 30_000;

  private final List<Part> parts;

  Cast(int loopTurns) {
    this.parts =
        List.of(
            new PlannerPart(),
            new ResearcherPart(loopTurns),
            new WriterPart(),
            new CheckerPart(),
            new CriticPart(),
            new EditorPart(),
            new BystanderPart());
  }

  Reply reply(Conversation conversation, Dice dice) {
    Reply reply =
        parts.stream()
            .filter(part -> part.isAskedFor(conversation))
            .findFirst()
            .orElseThrow()
            .reply(conversation, dice);
    return conversation.fault().equals("overthinking") ? reply.thinking(OVERTHINKING) : reply;
  }
}
