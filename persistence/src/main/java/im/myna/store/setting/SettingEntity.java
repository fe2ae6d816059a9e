package im.myna.store.setting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "setting")
class SettingEntity {
    @Id
    @Column(name = "name", nullable = false, length = 100)
    private String name;

    @Column(name = "content", nullable = false, length = ChangedSetting.LONGEST)
    private String content;

    @Column(name = "who", nullable = false, length = 3071)
    private String who;

    @Column(name = "changed", nullable = false)
    private Instant changed;

    SettingEntity() {}

    SettingEntity(ChangedSetting setting) {
        name = setting.key();
        content = setting.value();
        who = setting.who();
        changed = setting.at();
    }

    ChangedSetting setting() {
        return new ChangedSetting(name, content, who, changed);
    }
}
