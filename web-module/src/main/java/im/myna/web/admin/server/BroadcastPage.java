package im.myna.web.admin.server;

import im.myna.administration.Users;
import im.myna.administration.server.Broadcasts;
import im.myna.administration.server.Broadcasts.Reach;
import im.myna.web.admin.frame.Deeds;
import im.myna.web.admin.frame.Phrases;
import im.myna.web.admin.frame.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Tells everybody who is here. */
@Named
@RequestScoped
public class BroadcastPage {
    @Inject
    private Broadcasts broadcasts;

    @Inject
    private Users users;

    @Inject
    private Viewer viewer;

    @Inject
    private Deeds deeds;

    @Inject
    private Phrases phrases;

    private String domain = "";
    private boolean all;
    private String subject = "";
    private String body = "";

    public List<String> domains() {
        return users.domains(viewer.actor());
    }

    public void send() {
        var sessions = new int[1];
        if (deeds.does(
                () -> sessions[0] =
                        broadcasts.send(viewer.actor(), all ? Reach.ALL : Reach.ONLINE, domain, subject, body),
                () -> all
                        ? phrases.of("broadcast.sent_all", sessions[0])
                        : phrases.of("broadcast.sent", sessions[0]))) {
            subject = "";
            body = "";
        }
    }

    // Faces asks for properties by these names.

    public String getDomain() {
        return domain;
    }

    public void setDomain(String domain) {
        this.domain = domain == null ? "" : domain;
    }

    public boolean isAll() {
        return all;
    }

    public void setAll(boolean all) {
        this.all = all;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject == null ? "" : subject;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body == null ? "" : body;
    }
}
