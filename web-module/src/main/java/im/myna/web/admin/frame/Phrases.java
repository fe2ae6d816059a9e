package im.myna.web.admin.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is said, in the language of who reads it. */
@Named("say")
@RequestScoped
public class Phrases {
    static final String WORDS = "im.myna.web.admin.words";
    private static final double KIBI = 1024;
    private static final int MINUTES_PER_HOUR = 60;
    private static final int HOURS_PER_DAY = 24;

    @Inject
    private Taste taste;

    public String of(String key) {
        return bundle().getString(key);
    }

    public String of(String key, Object one) {
        return format(key, one);
    }

    public String of(String key, Object one, Object other) {
        return format(key, one, other);
    }

    public String of(String key, Object one, Object other, Object third) {
        return format(key, one, other, third);
    }

    /** One after the other. */
    public String list(List<String> words) {
        return String.join(", ", words);
    }

    /** Of an enum, such as "role.domain_admin". */
    public String name(String prefix, Enum<?> value) {
        return of(prefix + "." + value.name().toLowerCase(Locale.ROOT));
    }

    /** As a script of the page reads it, which shows it in the time of the person. */
    public String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The largest two units of it. */
    public String duration(Duration duration) {
        long minutes = duration.toMinutes();
        long hours = minutes / MINUTES_PER_HOUR;
        if (minutes == 0) {
            return of("duration.seconds", duration.toSeconds());
        }
        if (hours == 0) {
            return of("duration.minutes", minutes, duration.toSecondsPart());
        }
        return hours < HOURS_PER_DAY
                ? of("duration.hours", hours, minutes % MINUTES_PER_HOUR)
                : of("duration.days", hours / HOURS_PER_DAY, hours % HOURS_PER_DAY);
    }

    public String megabytes(long bytes) {
        return of("size.megabytes", Math.round(bytes / KIBI / KIBI));
    }

    /** In the unit that suits it. */
    public String bytes(long bytes) {
        if (bytes < KIBI) {
            return of("size.bytes", bytes);
        }
        return bytes < KIBI * KIBI ? of("size.kilobytes", Math.round(bytes / KIBI)) : megabytes(bytes);
    }

    private String format(String key, Object... values) {
        return new MessageFormat(bundle().getString(key), taste.locale()).format(values);
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(WORDS, taste.locale());
    }
}
