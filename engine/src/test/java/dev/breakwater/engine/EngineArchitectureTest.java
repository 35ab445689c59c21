package dev.breakwater.engine;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;

/// What may depend on what in the engine. The list of exemptions may only get shorter.
@AnalyzeClasses(packagesOf = EngineArchitectureTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class EngineArchitectureTest {
    /// Classes that may read the wall clock or draw unseeded numbers, with the reason beside each.
    private static final String[] CLOCK_EXEMPT = {};

    @ArchTest
    static final ArchRule modelIsPure = classes().that().resideInAPackage("..engine.model..")
            .should().onlyDependOnClassesThat().resideInAnyPackage(
                    "dev.breakwater.engine.model..", "java.lang..", "java.util", "java.util.function", "java.util.stream", "java.time..",
                    "org.jspecify.annotations..")
            .because("reducers must replay a recorded run on any machine, without brokers, files, threads or a screen");

    @ArchTest
    static final ArchRule viewsKnowNoFolds = noClasses().that().resideInAPackage("..engine.model..")
            .and().resideOutsideOfPackage("..engine.model.fold..")
            .should().dependOnClassesThat().resideInAPackage("..engine.model.fold..")
            .because("views are what the reducers make: who shows them need not know how they come about");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("dev.breakwater.(engine..)").should().beFreeOfCycles()
            .because("a package that can be read on its own can be understood, tested and replaced on its own");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses().that().resideInAPackage("..engine..")
            .and().doNotHaveFullyQualifiedName(String.join("|", CLOCK_EXEMPT))
            .should().callMethod(Instant.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(Clock.class, "systemUTC")
            .orShould().callMethod(InstantSource.class, "system")
            .because("who is given the time can be tested and replayed; only a program's entry point reads the clock");

    @ArchTest
    static final ArchRule chanceIsSeeded = noClasses().that().resideInAPackage("..engine..")
            .should().callConstructor(Random.class)
            .orShould().callMethodWhere(target(owner(com.tngtech.archunit.core.domain.JavaClass.Predicates.type(Math.class)))
                    .and(target(com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("random"))))
            .because("the same seed must give the same decisions");
}
