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

    /**
     * Does what leaves nothing to look at here.
     *
     * @param next the page to go to when it was done
     * @return where to go, for Jakarta Faces; empty to stay
     */
    public String leaves(Runnable deed, Supplier<String> done, String next) {
        if (!does(deed, done)) {
            return "";
        }
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        return next + "?faces-redirect=true";
    }

    /** It cannot be done as it was typed in. */
    public void complain(String text) {
        say(FacesMessage.SEVERITY_ERROR, text, "");
    }

    private static void say(Severity severity, String summary, String detail) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, summary, detail));
    }
}
