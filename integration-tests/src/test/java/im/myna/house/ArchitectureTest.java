package im.myna.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The house stands as ARCHITECTURE.md draws it. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = Project.classes();

    @TestFactory
    Stream<DynamicTest> rules() {
        return Stream.of(
                        slices().matching("im.myna.(**)").should().beFreeOfCycles(),
                        noClasses()
                                .that()
                                .resideInAnyPackage(
                                        "im.myna.jid..",
                                        "im.myna.xml..",
                                        "im.myna.stanza..",
                                        "im.myna.stream..",
                                        "im.myna.sasl..",
                                        "im.myna.link..",
                                        "im.myna.figures..",
                                        "im.myna.settings..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("jakarta..", "io.netty.."),
                        noClasses()
                                .that()
                                .resideInAPackage("im.myna.socket..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "im.myna.store..",
                                        "im.myna.session..",
                                        "im.myna.routing..",
                                        "im.myna.feature..",
                                        "im.myna.entry..",
                                        "im.myna.negotiation.."),
                        noClasses()
                                .that()
                                .resideInAPackage("im.myna.store..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "im.myna.session..",
                                        "im.myna.roster..",
                                        "im.myna.routing..",
                                        "im.myna.feature..",
                                        "im.myna.entry..",
                                        "im.myna.negotiation..",
                                        "im.myna.web.."),
                        noClasses()
                                .that()
                                .resideInAPackage("im.myna.session..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "im.myna.routing..",
                                        "im.myna.feature..",
                                        "im.myna.entry..",
                                        "im.myna.negotiation.."),
                        noClasses()
                                .that()
                                .resideInAPackage("im.myna.routing..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("im.myna.feature..", "im.myna.entry.."),
                        noClasses()
                                .that()
                                .resideInAPackage("im.myna.feature..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("im.myna.entry.."),
                        slices().matching("im.myna.feature.(*)..").should().notDependOnEachOther(),
                        noClasses()
                                .that()
                                .resideInAPackage("im.myna..")
                                .should()
                                .dependOnClassesThat(resideInAnyPackage("sun..", "com.sun..")
                                        .and(resideOutsideOfPackage("com.sun.jna.."))))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(CLASSES)));
    }
}
