package dev.pitwall.distribution.app;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The desk as a web application. */
public final class DeskServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    DeskApp.main(new String[0]);
    System.out.println(
        "loader "
            + DeskApp.class.getClassLoader().getClass().getSimpleName()
            + ", LangChain4j of it "
            + (dev.langchain4j.model.chat.ChatModel.class.getClassLoader()
                == DeskApp.class.getClassLoader()));
    response.getWriter().print("done");
  }
}
