package dev.breakwater.shop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.breakwater.shop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] SERVICES = {"..shop.user..", "..shop.order..", "..shop.payment..", "..shop.inventory..",
        "..shop.notification..", "..shop.projection..", "..shop.worker.."};

    @ArchTest
    static final ArchRule servicesDoNotKnowEachOther = slices()
            .matching("dev.breakwater.shop.(user|order|payment|inventory|notification|projection|worker)..").should().notDependOnEachOther()
            .because("each service is a process of its own: what two of them share crosses the wire and stands in the contract");

    @ArchTest
    static final ArchRule supportKnowsNoService = noClasses().that().resideInAPackage("..shop.support..")
            .should().dependOnClassesThat().resideInAnyPackage(SERVICES)
            .because("support is what a service is built on; it would drag one service into all others");

    @ArchTest
    static final ArchRule supportHasNoCycles = slices().matching("dev.breakwater.shop.support.(*)..").should().beFreeOfCycles()
            .because("a newcomer must be able to read one package without all others");

    @ArchTest
    static final ArchRule nobodyKnowsTheSimulator = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("dev.breakwater.engine..", "dev.breakwater.app..", "dev.breakwater.brokers..")
            .because("the services are ordinary programs; the lab sees them through OTLP and the control port alone");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses().should().callMethod(Instant.class, "now")
            .because("decisions that depend on the time are tested with a clock that stands still");

    @ArchTest
    static final ArchRule lettuceStaysInSupport = noClasses()
            .that().resideInAnyPackage("..shop.user..", "..shop.payment..", "..shop.notification..").should()
            .dependOnClassesThat().resideInAPackage("io.lettuce..")
            .because("state is read as Stored and written as Commit: nobody writes to Redis past the one atomic script");
}
