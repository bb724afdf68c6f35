package dev.pitwall.bridge;

/**
 * The current workflow offers work to one of its members.
 *
 * @param target the member's name
 * @param key the member's key: the start that carries the same key accepts the offer
 */
public record HandoffOffer(String target, String key) {

  public HandoffOffer {
    target = Names.of(target);
  }
}
