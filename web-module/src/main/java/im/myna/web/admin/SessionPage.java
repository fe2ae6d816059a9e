package im.myna.web.admin;

import im.myna.administration.visit.Visit;
import im.myna.administration.visit.Visits;
import im.myna.jid.Jid;
import im.myna.web.admin.frame.Asked;
import im.myna.web.admin.frame.Deeds;
import im.myna.web.admin.frame.Phrases;
import im.myna.web.admin.frame.Viewer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One session, and what can be done with it. */
@Named
@RequestScoped
public class SessionPage {
    @Inject
    private Visits visits;

    @Inject
    private Viewer viewer;

    @Inject
    private Asked asked;

    @Inject
    private Deeds deeds;

    @Inject
    private Phrases phrases;

    private String jid = "";
    private String subject = "";
    private String body = "";

    @PostConstruct
    void load() {
        jid = asked.text("jid");
    }

    public Visit session() {
        return visits.find(viewer.actor(), address());
    }

    public void send() {
        boolean sent = deeds.does(
                () -> visits.send(viewer.actor(), address(), subject.strip(), body.strip()),
                () -> phrases.of("session.sent", address()));
        if (sent) {
            subject = "";
            body = "";
        }
    }

    /** @return where to go next */
    public String close() {
        return deeds.leaves(
                () -> visits.close(viewer.actor(), address()),
                () -> phrases.of("session.closed", address()),
                "sessions");
    }

    private Jid address() {
        return Addresses.of(jid);
    }

    /** As it was asked for: in the address of the page, and then in its form. */
    public String getJid() {
        return jid;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String typed) {
        subject = typed;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String typed) {
        body = typed;
    }
}
