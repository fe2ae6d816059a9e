package im.myna.web.front;

import im.myna.administration.container.Shortcuts;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Spares all who govern nothing what the container does to know who they are. */
@WebListener
public class Beginning implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        Shortcuts.lay(event.getServletContext());
    }
}
