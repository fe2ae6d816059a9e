package im.myna.settings;

/** A setting has a wrong value; the message is one line that says which, what was wrong and what is allowed. */
public class SettingsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    SettingsException(Setting setting, String value, String fault) {
        super(setting.key() + " is '" + value + "': " + fault + "; allowed: " + setting.allowed());
    }
}
