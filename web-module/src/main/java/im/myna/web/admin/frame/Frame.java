package im.myna.web.admin.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** What stands around each page. */
@Named
@ApplicationScoped
public class Frame {
    /** In the order of the menu. */
    public List<Place> places() {
        return List.of(Place.values());
    }
}
