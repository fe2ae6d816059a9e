package im.myna.negotiation;

import im.myna.figures.Figures;
import im.myna.link.Link;
import im.myna.session.Expulsions;
import im.myna.session.Sessions;
import im.myna.settings.LiveSettings;
import im.myna.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Begins a negotiation with each peer that connects, and knows what all of them share. */
@ApplicationScoped
public class Negotiations {
    @Inject
    private LiveSettings settings;

    @Inject
    private Credentials credentials;

    @Inject
    private Sessions sessions;

    @Inject
    private Expulsions expulsions;

    @Inject
    private Clock clock;

    @Inject
    private Figures figures;

    @Inject
    @Any
    private Instance<StreamFeature> features;

    @Inject
    @Any
    private Instance<Newcomers> services;

    @Inject
    @Any
    private Instance<Elsewhere> others;

    private Throttle throttle;
    private Binding binding;
    private List<StreamFeature> streamFeatures;
    private List<Newcomers> newcomers;
    private List<Elsewhere> keepers;

    @PostConstruct
    void prepare() {
        throttle = new Throttle(clock, () -> settings().login().throttle());
        binding = new Binding(sessions, expulsions, settings);
        streamFeatures = features.stream().toList();
        newcomers = services.stream().toList();
        keepers = others.stream().toList();
    }

    public Negotiation begin(Link link) {
        return new Negotiation(link, this);
    }

    /** As they are now. */
    Settings settings() {
        return settings.now();
    }

    Credentials credentials() {
        return credentials;
    }

    /** Whether passwords of that domain are kept elsewhere, so that only what gives the password itself proves anything. */
    boolean areElsewhere(String domain) {
        return keepers.stream().anyMatch(keeper -> keeper.serves(domain));
    }

    Expulsions expulsions() {
        return expulsions;
    }

    Figures figures() {
        return figures;
    }

    Throttle throttle() {
        return throttle;
    }

    Binding binding() {
        return binding;
    }

    List<StreamFeature> streamFeatures() {
        return streamFeatures;
    }

    List<Newcomers> newcomers() {
        return newcomers;
    }
}
