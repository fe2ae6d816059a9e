package im.myna.web.page;

import java.util.Arrays;
import java.util.Optional;

/** The pages there are. */
enum Page {
    START("", "start.html", Policy.OURS),
    CHAT("/chat", "chat.html", Policy.CONVERSE),
    STROPHE_DEMO("/strophe-demo", "strophe-demo.html", Policy.OURS),
    API_DOCS("/api/docs", "api-docs.html", Policy.SWAGGER);

    private final String path;
    private final String file;
    private final String policy;

    /** What a page may load and do (Content Security Policy Level 3). */
    private static final class Policy {
        private static final String NOWHERE_ELSE = "default-src 'none'; script-src 'self'; connect-src 'self';"
                + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'; ";

        static final String OURS = NOWHERE_ELSE + "style-src 'self'; img-src 'self'";

        // Its icons stand in its style sheet.
        static final String SWAGGER = NOWHERE_ELSE + "style-src 'self'; img-src 'self' data:";

        // Converse sets styles of single elements, and adds two empty style sheets (of nothing, and of nothing but a
        // comment), which
        // these are the hashes of. Pictures are drawn by the page itself: the number of unread messages, in its icon.
        static final String CONVERSE = NOWHERE_ELSE + "style-src-attr 'unsafe-inline'; style-src-elem 'self'"
                + " 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
                + " 'sha256-JRf3eZJIF59VkE1tlxlBPiCQXjGJ1uE88pEYh49RtTY=';"
                + " img-src 'self' data: blob:; media-src 'self'";
    }

    Page(String path, String file, String policy) {
        this.path = path;
        this.file = file;
        this.policy = policy;
    }

    /** The one at that path; a slash at its end is allowed. */
    static Optional<Page> at(String path) {
        var exact = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return Arrays.stream(values()).filter(page -> page.path.equals(exact)).findFirst();
    }

    String file() {
        return file;
    }

    String policy() {
        return policy;
    }
}
