package dev.pitwall.bridge;

import java.util.Map;

/**
 * What hooks report to. Implementations never throw, return quickly and are safe for use by any
 * thread.
 *
 * <p>An operation that is started becomes the parent of what the same thread starts until it is
 * ended or detached, see {@link Operation}.
 */
public interface Observer {

  /**
   * An orchestration of several agents begins. Its result is what the orchestration returns, or a
   * {@link Suspension}. It is not over before its members are that have started or are expected.
   */
  Operation<Object> startWorkflow(WorkflowStart start);

  /** An agent is invoked. Its result is what the agent returns. */
  Operation<Object> startAgent(AgentStart start);

  /** A model is called. */
  Operation<ModelReply> startModelCall(ModelRequest request);

  /** Content is searched for. */
  Operation<Object> startRetrieval(RetrievalRequest request);

  /** A tool is called. */
  Operation<ToolResult> startToolCall(ToolRequest request);

  /** An MCP client sends a request. The result is that of the tool, if one is called. */
  Operation<ToolResult> startMcpRequest(McpRequest request);

  /**
   * What a request to another process carries, by key, so that what it causes there becomes part of
   * the current trace; empty outside of any.
   */
  Map<String, String> traceContext();

  /** A person is asked. The result is the person's answer. */
  Operation<Object> startApproval(ApprovalRequest request);

  /** The current workflow decided who acts next. */
  void offerHandoff(HandoffOffer offer);

  /**
   * Whether the current workflow's member with this key is certain to start, on a thread of its own
   * and perhaps only after the workflow's method has returned.
   */
  void expectMember(String key, boolean expected);

  /**
   * It was decided what follows from the failure of the current workflow's member with this key:
   * whether it tries the same work again.
   */
  void recoverMember(String key, boolean again);

  /** Something was left behind for others: a key of shared state and its value. */
  void writeArtifact(String key, Object value);

  /** A quality gate gave its verdict on the current agent's work. */
  void decideGate(GateVerdict verdict);

  /** What applications say of their runs themselves. */
  Declarations declarations();

  /** A hook failed; the application must not notice. */
  void suppress(String library, Throwable error);

  /** A hook's module has been applied to an application. Called once a module and class loader. */
  void applied(String library);
}
