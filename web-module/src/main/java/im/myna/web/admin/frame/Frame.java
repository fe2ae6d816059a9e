package im.myna.web.admin.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** What stands around each page. */
@Named
@ApplicationScoped
public class Frame {
    @Inject
    private Viewer viewer;

    /** Those that are for whoever looks, in the order of the menu. */
    public List<Place> places() {
        return Arrays.stream(Place.values())
                .filter(place -> !place.whole() || viewer.seesAll())
                .toList();
    }
}
