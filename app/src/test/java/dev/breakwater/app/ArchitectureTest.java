package dev.breakwater.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

@AnalyzeClasses(packages = "dev.breakwater.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule oneBeat = noClasses().that().resideOutsideOfPackage("..app.frame..")
            .should().callMethod(Platform.class, "runLater", Runnable.class)
            .orShould().dependOnClassesThat().belongToAnyOf(AnimationTimer.class)
            .because("views are handed snapshots once a frame; nobody else may decide when the window changes");

    @ArchTest
    static final ArchRule viewModelsHaveNoToolkit = noClasses().that().haveSimpleNameEndingWith("ViewModel")
            .or().haveSimpleNameEndingWith("Sheet").or().resideInAPackage("..view.stage.layout..")
            .should().dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage.."))
            .because("what is shown is tested without a window");

    @ArchTest
    static final ArchRule viewsStandAlone = slices().matching("dev.breakwater.app.view.(*)..").should().notDependOnEachOther()
            // exemptions; this list may only get shorter: the sagas show the latency chart beside them, the start its log
            .ignoreDependency(resideInAPackage("..view.saga.."), resideInAPackage("..view.latency.."))
            .ignoreDependency(resideInAPackage("..view.startup.."), resideInAPackage("..view.log.."))
            .because("a view can be read, changed or taken out by itself; the shell puts them together");

    @ArchTest
    static final ArchRule arrowsGoOneWay = slices().matching("dev.breakwater.app.(**)").should().beFreeOfCycles()
            .because("of two packages that need each other neither can be read first");

    @ArchTest
    static final ArchRule nobodyKnowsTheShell = noClasses().that()
            .resideInAnyPackage("..app.view..", "..app.widget..", "..app.theme..", "..app.frame..")
            .should().dependOnClassesThat(resideInAPackage("..app.shell.."))
            .because("the shell puts the parts together, and so knows them; they need not know it");

    @ArchTest
    static final ArchRule widgetsKnowNoView = noClasses().that().resideInAPackage("..app.widget..")
            .should().dependOnClassesThat(resideInAPackage("..app.view.."))
            .because("widgets are what views are made of");

    @ArchTest
    static final ArchRule theWindowGivesCommandsOnly = noClasses().that().resideInAnyPackage("..app.view..", "..app.shell..")
            .should().dependOnClassesThat(resideInAnyPackage("..engine.link..", "..engine.telemetry..", "..engine.environment.local.."))
            .because("state comes down in snapshots and commands go up through LabCommands; a second way would show what is not so");
}
