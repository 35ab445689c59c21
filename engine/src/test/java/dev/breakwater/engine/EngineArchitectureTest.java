package dev.breakwater.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Random;
import java.util.Set;

/// What may depend on what in the engine. The list of exemptions may only get shorter.
@AnalyzeClasses(packagesOf = EngineArchitectureTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class EngineArchitectureTest {
    /// Full names of classes that may read the wall clock or draw unseeded numbers; beside each, why.
    private static final Set<String> EXEMPT = Set.of();
    private static final DescribedPredicate<JavaClass> HELD_TO_IT = DescribedPredicate.describe(
            "are not exempt", type -> type.getPackageName().startsWith("dev.breakwater.engine") && !EXEMPT.contains(type.getFullName()));

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
    static final ArchRule layersStandSideBySide = slices()
            .matching("dev.breakwater.engine.(link|environment|telemetry|load|audit|diagnostics)..").should().notDependOnEachOther()
            .because("each of them knows the model alone; what two of them share goes through it, or through who puts the lab together");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses().that(HELD_TO_IT)
            .should().callMethod(Instant.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis")
            .because("who is given an InstantSource can be tested and replayed; only who puts the lab together takes the system's");

    @ArchTest
    static final ArchRule chanceIsSeeded = noClasses().that(HELD_TO_IT)
            .should().callConstructor(Random.class)
            .orShould().callMethod(Math.class, "random")
            .because("the same seed must give the same decisions");
}
