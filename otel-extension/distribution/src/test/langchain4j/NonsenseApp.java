import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.service.AiServices;

/** A tool that is asked for what it cannot understand: some versions fail, some tell the model. */
public final class NonsenseApp {

  interface Assistant {
    String answer(String question);
  }

  public static final class Tools {
    @Tool
    public String count(int number) {
      return "more than " + number;
    }
  }

  public static void main(String[] arguments) {
    try {
      System.out.println(
          AiServices.builder(Assistant.class)
              .chatModel(new Models.Scripted())
              .tools(new Tools())
              .build()
              .answer("count"));
    } catch (RuntimeException e) {
      System.out.println(e.getClass().getName());
    }
  }
}
