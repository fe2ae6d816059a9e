package im.myna.command;

import java.util.List;

/** The commands of a feature. A bean of this type is found by itself. */
public interface Commands {
    /** Always the same. Asked for once, at the start. */
    List<Command> commands();
}
