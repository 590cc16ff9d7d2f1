package io.eventjobs.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.eventjobs.worker.WorkerApplication;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Dependency directions and conventions of all modules. Each rule states its reason. */
class ArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.eventjobs");

    @Test
    void theModelKnowsNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("io.eventjobs.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "org.apache.kafka..", "com.mongodb..", "org.bson..", "io.minio..")
                .because("everybody shares the words, and nobody should inherit a framework with them")
                .check(ALL);
    }

    @Test
    void gatewayAndWorkerNeverSeeEachOther() {
        noClasses()
                .that()
                .resideInAPackage("io.eventjobs.gateway..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.eventjobs.worker..", "io.eventjobs.standalone..", "io.eventjobs.http..")
                .because(
                        "they are deployed and scaled apart, and speak by messages only; the gateway fetches nothing that users name")
                .check(ALL);
        noClasses()
                .that()
                .resideInAPackage("io.eventjobs.worker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.eventjobs.gateway..", "io.eventjobs.standalone..", "com.mongodb..", "org.bson..")
                .because("a worker that could write a record could break a fence")
                .check(ALL);
    }

    @Test
    void theWorkerIsAssembledFromAllItsConfigurations() {
        Set<String> imported = Stream.of(
                        WorkerApplication.class.getAnnotation(Import.class).value())
                .map(Class::getName)
                .collect(Collectors.toSet());
        Set<String> declared = ALL.stream()
                .filter(type -> type.getPackageName().startsWith("io.eventjobs.worker"))
                .filter(type -> type.isAnnotatedWith(Configuration.class))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());

        assertThat(imported)
                .as("the worker scans nothing, so what is not named is not there")
                .isEqualTo(declared);
    }

    @Test
    void adaptersStayBelowTheirUsers() {
        noClasses()
                .that()
                .resideInAnyPackage("io.eventjobs.artifact..", "io.eventjobs.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.eventjobs.gateway..", "io.eventjobs.worker..", "io.eventjobs.standalone..")
                .because("dependencies point one way")
                .check(ALL);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.eventjobs.artifact..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.minio..", "okhttp3..")
                .because("the vendor of the object store is known in one place")
                .check(ALL);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.eventjobs.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.hc..")
                .because("one client, with one guard, for addresses that users give")
                .check(ALL);
    }

    @Test
    void oneRoomOfTheGatewaySpeaksToMongoDb() {
        noClasses()
                .that()
                .resideInAPackage("io.eventjobs.gateway..")
                .and()
                .resideOutsideOfPackage("io.eventjobs.gateway.mongo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bson..", "com.mongodb..", "org.springframework.data..")
                .because("queries have names, so that features can be tested and indexes be held against all queries")
                .check(ALL);
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.eventjobs.gateway.job..", "io.eventjobs.gateway.batch..", "io.eventjobs.gateway.host..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.eventjobs.gateway.mongo..", "org.springframework..", "org.apache.kafka..", "com.mongodb..")
                .because("what decides knows no storage and no framework")
                .check(ALL);
    }

    @Test
    void featuresOfTheGatewayHaveNoCycles() {
        slices().matching("io.eventjobs.gateway.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature can be understood with what it rests on, and without what rests on it")
                .check(ALL);
        slices().matching("io.eventjobs.worker.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature can be understood with what it rests on, and without what rests on it")
                .check(ALL);
    }

    @Test
    void packagesOfTheCommandLineAndWhatItRunsHaveNoCycles() {
        slices().matching("io.eventjobs.standalone.(*)..")
                .should()
                .beFreeOfCycles()
                .because("the command line rests on what it runs, and nothing on the command line")
                .check(ALL);
    }

    @Test
    void partsOfASessionHaveNoCycles() {
        slices().matching("io.eventjobs.worker.session.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a step rests on the parts of a session, and no part on a step")
                .check(ALL);
        slices().matching("io.eventjobs.worker.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package can be read with what it rests on, and without what rests on it")
                .check(ALL);
    }

    @Test
    void readersKnowOnlyTheirParsersAndTheReadersBelowThem() {
        requireOnly("io.eventjobs.markdown..", "org.commonmark..", "org.jsoup..");
        requireOnly("io.eventjobs.schedule..", "tools.jackson..");
        requireOnly("io.eventjobs.transcript..", "org.jsoup..", "tools.jackson..");
        requireOnly(
                "io.eventjobs.page..",
                "io.eventjobs.markdown..",
                "io.eventjobs.schedule..",
                "io.eventjobs.transcript..",
                "org.jsoup..",
                "tools.jackson..");
        requireOnly("io.eventjobs.document..", "io.eventjobs.markdown..", "org.apache.pdfbox..", "org.apache.poi..");
    }

    private static void requireOnly(String reader, String... others) {
        Stream<String> allowed = Stream.of(reader, "java..", "javax..", "org.jspecify..", "org.slf4j..");
        classes()
                .that()
                .resideInAPackage(reader)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.concat(allowed, Stream.of(others)).toArray(String[]::new))
                .because(
                        "a reader is a library: whoever has a file or a page can use it, without jobs, servers or Spring")
                .check(ALL);
    }

    @Test
    void classesAreNamedByTheirRole() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Manager|Helper|Common|Impl|Misc)")
                .because("such names say that a concept is missing")
                .check(ALL);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
                .that()
                .resideInAnyPackage("io.eventjobs.gateway..", "io.eventjobs.worker..", "io.eventjobs.model..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a test decides what time it is; " + Clock.class.getSimpleName() + " is injected")
                .check(ALL);
    }

    @Test
    void configurationIsImmutable() {
        classes()
                .that()
                .areAnnotatedWith(ConfigurationProperties.class)
                .should()
                .beRecords()
                .because("what was validated at start must still hold afterwards")
                .check(ALL);
    }

    @Test
    void thereIsNoMutableStaticState() {
        noFields()
                .that()
                .haveModifier(JavaModifier.STATIC)
                .and()
                .areDeclaredInClassesThat()
                .areNotEnums()
                .should()
                .notHaveModifier(JavaModifier.FINAL)
                .because("two gateways may live in one process")
                .check(ALL);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.eventjobs.standalone.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("what happens is logged; what is asked for is answered")
                .check(ALL);
    }
}
