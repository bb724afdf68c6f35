package dev.pitwall.sample.endpoint;

/** One agent that the model can be asked to be. */
interface Part {

  /** Whether the instructions ask for this part. */
  boolean isAskedFor(Conversation conversation);

  /** What this part says next; depends on nothing but the arguments. */
  Reply reply(Conversation conversation, Dice dice);
}
