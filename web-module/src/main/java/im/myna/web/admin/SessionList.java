package im.myna.web.admin;

import im.myna.administration.Users;
import im.myna.administration.Visits;
import im.myna.administration.Visits.Filter;
import im.myna.administration.Visits.Found;
import im.myna.administration.Visits.Order;
import im.myna.link.Door;
import im.myna.web.admin.frame.Asked;
import im.myna.web.admin.frame.Viewer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Who is here, so many at a time as fit on a page. */
@Named
@RequestScoped
public class SessionList {
    private static final int PAGE = 50;
    private static final String SORT = "sort";

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
        var door = asked.choice(Door.class, "door").map(Door::name).orElse("");
        var filter = new Filter(asked.text("user"), asked.text("domain"), asked.text("address"), door);
        found = visits.list(viewer.actor(), filter, order(), descending());
    }

    public List<SessionRow> page() {
        return found.page(offset(), PAGE).stream().map(SessionRow::new).toList();
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

    private Order order() {
        var wanted = asked.text(SORT).replaceFirst("^-", "");
        for (var order : Order.values()) {
            if (order.name().equals(wanted)) {
                return order;
            }
        }
        return Order.JID;
    }

    private boolean descending() {
        return asked.text(SORT).startsWith("-");
    }
}
