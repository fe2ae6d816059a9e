package im.myna.web.admin;

import im.myna.administration.Chronicle;
import im.myna.store.audit.AuditEntry;
import im.myna.store.audit.AuditSearch;
import im.myna.web.admin.frame.Asked;
import im.myna.web.admin.frame.Viewer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Who changed what, the newest first, so many at a time as fit on a page. */
@Named
@RequestScoped
public class AuditList {
    private static final int PAGE = 50;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Viewer viewer;

    @Inject
    private Asked asked;

    private List<AuditEntry> found = List.of();

    @PostConstruct
    void load() {
        var search = new AuditSearch("", asked.text("who"), asked.text("subject"), asked.text("action"));
        // One more, to know whether there are more.
        found = chronicle.page(viewer.actor(), search, asked.number("before", Long.MAX_VALUE), PAGE + 1);
    }

    public List<AuditEntry> page() {
        return found.subList(0, Math.min(PAGE, found.size()));
    }

    public boolean isMore() {
        return found.size() > PAGE;
    }

    /** The number before which the next page begins. */
    public long last() {
        return found.get(PAGE - 1).number();
    }
}
