package dev.pitwall.sample.endpoint;

/** A request that is refused, in the terms of the OpenAI API. */
final class ApiException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  ApiException(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  /** What OpenAI calls the kind of the error. */
  String type() {
    return status == 429 ? "requests" : "invalid_request_error";
  }

  static ApiException invalid(String message) {
    return new ApiException(400, "invalid_request", message);
  }
}
