package im.myna.web.admin.frame;

import im.myna.administration.RefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.FacesMessage.Severity;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.function.Supplier;

/** Does what a button says, and says what was done, or why it was not. */
@RequestScoped
public class Deeds {
    @Inject
    private Phrases phrases;

    /**
     * @param done what to say afterwards
     * @return whether it was done
     */
    public boolean does(Runnable deed, Supplier<String> done) {
        try {
            deed.run();
        } catch (RefusedException refused) {
            var reason = refused.reason().name().toLowerCase(Locale.ROOT);
            say(FacesMessage.SEVERITY_ERROR, phrases.of("refused." + reason), refused.getMessage());
            return false;
        }
        say(FacesMessage.SEVERITY_INFO, done.get(), "");
        return true;
    }

    /** It cannot be done as it was typed in. */
    public void complain(String text) {
        say(FacesMessage.SEVERITY_ERROR, text, "");
    }

    private static void say(Severity severity, String summary, String detail) {
        var context = FacesContext.getCurrentInstance();
        // Also on the page that comes next.
        context.getExternalContext().getFlash().setKeepMessages(true);
        context.addMessage(null, new FacesMessage(severity, summary, detail));
    }
}
