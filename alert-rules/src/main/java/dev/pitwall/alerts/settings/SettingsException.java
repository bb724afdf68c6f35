package dev.pitwall.alerts.settings;

/** A setting that cannot be used; the message says where it is and what is allowed. */
public final class SettingsException extends Exception {

  private static final long serialVersionUID = 1L;

  SettingsException(String message) {
    super(message);
  }
}
