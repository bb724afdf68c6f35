package dev.pitwall.bridge;

/**
 * The current workflow offers work to one of its members.
 *
 * @param target the member's name
 * @param key the member's key: the start that carries the same key accepts the offer
 * @param person whether the member is a person, who takes the time that it takes
 */
public record HandoffOffer(String target, String key, boolean person) {

  public HandoffOffer {
    target = Names.of(target);
  }

  /** To an agent. */
  public HandoffOffer(String target, String key) {
    this(target, key, false);
  }
}
