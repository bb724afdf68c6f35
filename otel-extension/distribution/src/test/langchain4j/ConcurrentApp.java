import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.service.AiServices;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tools at once, on threads of a pool or virtual ones: from 1.4 on. */
public final class ConcurrentApp {

  interface Assistant {
    String answer(String question);
  }

  public static final class Tools {
    private final CyclicBarrier both = new CyclicBarrier(2);

    @Tool
    public String search(String topic) throws Exception {
      both.await();
      return "nothing";
    }

    @Tool
    public String broken(String topic) throws Exception {
      both.await();
      throw new UnsupportedOperationException("no");
    }
  }

  public static void main(String[] arguments) throws Exception {
    ExecutorService pool =
        arguments[0].equals("virtual")
            ? (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null)
            : Executors.newFixedThreadPool(2);
    Executor executor = pool;
    System.out.println(
        AiServices.builder(Assistant.class)
            .chatModel(new Models.Scripted())
            .tools(new Tools())
            .executeToolsConcurrently(executor)
            .build()
            .answer("search and broken"));
    pool.shutdown();
    System.exit(0);
  }
}
