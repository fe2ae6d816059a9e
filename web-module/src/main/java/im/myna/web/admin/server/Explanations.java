package im.myna.web.admin.server;

import im.myna.settings.Setting;
import im.myna.web.admin.frame.Taste;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.ResourceBundle;

/** Explains settings in the language of who reads; in English they explain themselves. */
@RequestScoped
class Explanations {
    static final String WORDS = "im.myna.web.admin.settings";

    @Inject
    private Taste taste;

    String description(Setting setting) {
        return isEnglish() ? setting.description() : bundle().getString(setting.key());
    }

    String allowed(Setting setting) {
        return isEnglish() ? setting.allowed() : bundle().getString("allowed." + setting.type());
    }

    private boolean isEnglish() {
        return taste.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(WORDS, taste.locale());
    }
}
