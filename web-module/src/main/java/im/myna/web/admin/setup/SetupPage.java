package im.myna.web.admin.setup;

import im.myna.administration.RefusedException;
import im.myna.administration.setup.Plan;
import im.myna.administration.setup.Setup;
import im.myna.administration.setup.WrongChoiceException;
import im.myna.store.inventory.Trial;
import im.myna.store.inventory.TrialException;
import im.myna.web.admin.frame.Phrases;
import im.myna.web.admin.frame.Viewer;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Asks one thing after the other, and says at its field what cannot be. */
@Named
@ViewScoped
public class SetupPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Setup setup;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Phrases phrases;

    private final Draft draft = new Draft();
    private Step step = Step.DOMAIN;
    private String faulty = "";
    private String fault = "";
    private String found = "";
    private boolean done;
    private boolean restarts;
    private transient Map<String, String> told = Map.of();

    /** Whether there is anything to be asked. */
    public boolean open() {
        return !done && viewer.governsAll() && setup.isOpen();
    }

    public boolean done() {
        return done;
    }

    /** When it is done: whether the server begins anew by itself. */
    public boolean restarts() {
        return restarts;
    }

    /** When it is done: what the owner of an application server has to set. */
    public List<String> lines() {
        return told.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList();
    }

    public List<Step> steps() {
        return Arrays.asList(Step.values());
    }

    public Step step() {
        return step;
    }

    /** "past", "here" or "ahead". */
    public String standing(Step other) {
        int order = other.compareTo(step);
        return order == 0 ? "here" : order < 0 ? "past" : "ahead";
    }

    public boolean certificateIsTold() {
        return setup.certificateIsTold();
    }

    /** The address that the account will have. */
    public String address() {
        return draft.admin().name() + "@" + draft.getDomain();
    }

    /** What was found when the database was tried. */
    public String found() {
        return found;
    }

    /** What is wrong with that field; empty when nothing is. */
    public String fault(String field) {
        return field.equals(faulty) ? fault : "";
    }

    public void back() {
        forgetFaults();
        step = step.previous();
    }

    public void next() {
        attempt(() -> {
            choose();
            step = step.next();
        });
    }

    public void tryDatabase() {
        attempt(() -> say(setup.database(viewer.actor(), draft.candidate())));
    }

    public void finish() {
        attempt(() -> {
            var outcome = setup.finish(viewer.actor(), draft.plan());
            done = true;
            restarts = outcome.restarts();
            told = outcome.told();
            draft.forget();
        });
    }

    private void choose() {
        var actor = viewer.actor();
        switch (step) {
            case DOMAIN -> draft.setDomain(setup.domain(actor, draft.getDomain()));
            case CERTIFICATE -> setup.certificate(actor, draft.getDomain(), chosen());
            case DATABASE -> {
                if (draft.ownDatabase()) {
                    say(setup.database(actor, draft.candidate()));
                }
            }
            case ACCOUNT -> {
                setup.account(actor, draft.getDomain(), draft.admin());
                if (!draft.isSure()) {
                    complain("again", phrases.of("setup.different"));
                    throw new RefusedException(RefusedException.Reason.INVALID, "");
                }
            }
            case SUMMARY -> throw new IllegalStateException("nothing is chosen there");
        }
    }

    /** Who wants one of his own has to have it. */
    private Plan.Pem chosen() {
        var pem = draft.pem();
        if (draft.ownCertificate() && pem.isSelfSigned()) {
            complain("chain", phrases.of("certificates.missing"));
            throw new RefusedException(RefusedException.Reason.INVALID, "");
        }
        return pem;
    }

    private void say(Trial.Finding finding) {
        found = finding.inhabited()
                ? phrases.of("setup.database.inhabited", finding.version())
                : phrases.of("setup.database.good", finding.version());
    }

    private void attempt(Runnable deed) {
        forgetFaults();
        try {
            deed.run();
        } catch (TrialException e) {
            complain(field(e.fault()), phrases.of("setup.trial." + word(e.fault()), e.getMessage()));
        } catch (WrongChoiceException e) {
            complain(e.field(), phrases.of("setup.fault." + word(e.fault()), e.getMessage()));
        } catch (RefusedException e) {
            if (faulty.isEmpty()) {
                complain("all", e.getMessage());
            }
        }
    }

    private void forgetFaults() {
        found = "";
        faulty = "";
        fault = "";
    }

    private void complain(String field, String text) {
        faulty = field;
        fault = text;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String field(TrialException.Fault fault) {
        return switch (fault) {
            case PORT -> "port";
            case NAME, MISSING, ENCODING, OCCUPIED -> "base";
            case USER, LOGIN, RIGHTS -> "user";
            case HOST, UNREACHABLE, OLD, BUSY, OTHER -> "host";
        };
    }

    // Faces asks for properties by these names.

    public Draft getDraft() {
        return draft;
    }
}
