package im.myna.web.admin;

import im.myna.administration.Users;
import im.myna.administration.visit.Aspect;
import im.myna.administration.visit.Filter;
import im.myna.administration.visit.Found;
import im.myna.administration.visit.Visit;
import im.myna.administration.visit.Visits;
import im.myna.link.Door;
import im.myna.web.admin.frame.Asked;
import im.myna.web.admin.frame.Viewer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;

/** Who is here, so many at a time as fit on a page. */
@Named
@RequestScoped
public class SessionList {
    private static final int PAGE = 50;
    private static final String SORT = "sort";
    private static final List<Aspect> FILTERS =
            List.of(Aspect.ADDRESS, Aspect.DOOR, Aspect.TLS, Aspect.MECHANISM, Aspect.CLIENT, Aspect.PRESENCE);

    @Inject
    private Visits visits;

    @Inject
    private Users users;

    @Inject
    private Viewer viewer;

    @Inject
    private Asked asked;

    private Found found;

    @PostConstruct
    void load() {
        var aspects = new EnumMap<Aspect, String>(Aspect.class);
        for (var aspect : FILTERS) {
            var wanted = asked.text(aspect.name().toLowerCase(Locale.ROOT));
            if (!wanted.isEmpty()) {
                aspects.put(aspect, wanted);
            }
        }
        var filter = new Filter(asked.text("user"), asked.text("domain"), aspects);
        found = visits.list(viewer.actor(), filter, order(), descending());
    }

    public List<Visit> page() {
        return found.page(offset(), PAGE);
    }

    public int count() {
        return found.count();
    }

    public long offset() {
        return asked.number("offset", 0);
    }

    public boolean isMore() {
        return offset() + PAGE < found.count();
    }

    public long next() {
        return offset() + PAGE;
    }

    public long previous() {
        return Math.max(0, offset() - PAGE);
    }

    public Door[] doors() {
        return Door.values();
    }

    /** RFC 6121, 4.7.2.1. */
    public List<String> presences() {
        return List.of("available", "chat", "away", "xa", "dnd", "unavailable");
    }

    public List<String> domains() {
        return users.domains(viewer.actor());
    }

    /** What a click at the head of that column asks for: the same in the other direction, when it is sorted by it already. */
    public String sort(String column) {
        return order().name().equals(column) && !descending() ? "-" + column : column;
    }

    /** How that column is sorted, in the words of ARIA. */
    public String sorted(String column) {
        if (!order().name().equals(column)) {
            return "none";
        }
        return descending() ? "descending" : "ascending";
    }

    private Aspect order() {
        var wanted = asked.text(SORT).replaceFirst("^-", "");
        for (var order : Aspect.values()) {
            if (order.name().equals(wanted)) {
                return order;
            }
        }
        return Aspect.JID;
    }

    private boolean descending() {
        return asked.text(SORT).startsWith("-");
    }
}
