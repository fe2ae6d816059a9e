package im.myna.store.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import im.myna.store.Cast;
import im.myna.store.Engine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InventoryTest {
    @ParameterizedTest
    @EnumSource
    void theDatabaseSaysWhatItIsAndWhatIsInIt(Engine engine) {
        var database = engine.empty();
        Cast.enter(database, Cast.JULIET, Cast.ROMEO);
        engine.sql("analyze");
        var stock = database.transaction(database.inventory()::take);
        assertThat(stock.product()).isEqualToIgnoringCase(engine.name());
        assertThat(stock.version()).isNotEmpty();
        assertThat(stock.migration()).matches("[0-9]+: .+");
        assertThat(stock.tables()).extracting(Stock.Table::name).contains("account", "audit", "setting");
        assertThat(stock.tables())
                .filteredOn(table -> table.name().equals("account"))
                .first()
                .satisfies(table -> {
                    assertThat(table.rows()).isGreaterThanOrEqualTo(2);
                    assertThat(table.bytes())
                            .matches(bytes -> bytes > 0 || (engine == Engine.H2 && bytes == Stock.UNKNOWN));
                });
    }
}
