package im.myna.web.admin.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In which language somebody reads, and in which light: what he chose here, else what his browser prefers. */
@Named
@RequestScoped
public class Taste {
    public static final String LANGUAGE = "myna-language";
    public static final String LOOK = "myna-look";
    public static final List<String> LANGUAGES = List.of("en", "zh");
    /** "auto" follows the device. */
    public static final List<String> LOOKS = List.of("auto", "light", "dark");

    @Inject
    private HttpServletRequest request;

    public String language() {
        return chosen(LANGUAGE, LANGUAGES)
                .or(() -> Collections.list(request.getLocales()).stream()
                        .map(Locale::getLanguage)
                        .filter(LANGUAGES::contains)
                        .findFirst())
                .orElse(LANGUAGES.get(0));
    }

    public Locale locale() {
        return Locale.forLanguageTag(language());
    }

    /** For the attribute "lang". */
    public String tag() {
        return language().equals("zh") ? "zh-CN" : language();
    }

    public String look() {
        return chosen(LOOK, LOOKS).orElse(LOOKS.get(0));
    }

    /** The languages that were not chosen. */
    public List<String> otherLanguages() {
        return LANGUAGES.stream().filter(each -> !each.equals(language())).toList();
    }

    /** What the switch changes to. */
    public String nextLook() {
        return LOOKS.get((LOOKS.indexOf(look()) + 1) % LOOKS.size());
    }

    private Optional<String> chosen(String name, List<String> allowed) {
        return Optional.ofNullable(request.getCookies())
                .map(Arrays::stream)
                .orElse(Stream.empty())
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(allowed::contains)
                .findFirst();
    }
}
