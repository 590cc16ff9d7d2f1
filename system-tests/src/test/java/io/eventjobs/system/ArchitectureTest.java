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
    void theModelDependsOnNoFramework() {
        noClasses()
                .that()
                .resideInAPackage("io.eventjobs.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "org.apache.kafka..", "com.mongodb..", "org.bson..", "io.minio..")
                .because("every module depends on the model and must not inherit a framework from it")
                .check(ALL);
    }

    @Test
    void gatewayAndWorkerDoNotDependOnEachOther() {
        noClasses()
                .that()
                .resideInAPackage("io.eventjobs.gateway..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.eventjobs.worker..", "io.eventjobs.standalone..")
                .because("they are deployed and scaled separately and communicate by messages only")
                .check(ALL);
        noClasses()
                .that()
                .resideInAPackage("io.eventjobs.gateway..")
                .and()
                .resideOutsideOfPackages("io.eventjobs.gateway.webhook..", "io.eventjobs.gateway.console.submission..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.eventjobs.http..")
                .because("the gateway calls user-supplied addresses for webhooks, and for the preview of a schedule,"
                        + " only")
                .check(ALL);
        noClasses()
                .that()
                .resideInAPackage("io.eventjobs.worker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.eventjobs.gateway..", "io.eventjobs.standalone..", "com.mongodb..", "org.bson..")
                .because("a worker with access to the records could bypass fencing")
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
                .as("the worker uses no component scan, so every configuration must be imported explicitly")
                .isEqualTo(declared);
    }

    @Test
    void adaptersStayBelowTheirUsers() {
        noClasses()
                .that()
                .resideInAnyPackage("io.eventjobs.artifact..", "io.eventjobs.http..", "io.eventjobs.tracing..")
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
                .because("only one module depends on the object store's vendor")
                .check(ALL);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.eventjobs.tracing..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.opentelemetry.sdk..", "io.opentelemetry.exporter..")
                .because("spans are made with OpenTelemetry's API; one module decides where they go")
                .check(ALL);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.eventjobs.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.hc..")
                .because("user-supplied addresses must be fetched by the one guarded client")
                .check(ALL);
    }

    @Test
    void onlyOnePackageOfTheGatewayUsesMongoDb() {
        noClasses()
                .that()
                .resideInAPackage("io.eventjobs.gateway..")
                .and()
                .resideOutsideOfPackage("io.eventjobs.gateway.mongo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bson..", "com.mongodb..", "org.springframework.data..")
                .because(
                        "named queries let features be tested without MongoDB, and let the indexes be checked against all queries")
                .check(ALL);
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.eventjobs.gateway.job..", "io.eventjobs.gateway.batch..", "io.eventjobs.gateway.host..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.eventjobs.gateway.mongo..", "org.springframework..", "org.apache.kafka..", "com.mongodb..")
                .because("decisions must not depend on storage or frameworks")
                .check(ALL);
    }

    @Test
    void featuresOfTheGatewayHaveNoCycles() {
        slices().matching("io.eventjobs.gateway.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature must be understandable without its dependents")
                .check(ALL);
        slices().matching("io.eventjobs.worker.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature must be understandable without its dependents")
                .check(ALL);
    }

    @Test
    void packagesOfTheCommandLineHaveNoCycles() {
        slices().matching("io.eventjobs.standalone.(*)..")
                .should()
                .beFreeOfCycles()
                .because("the command line depends on the applications, and nothing depends on it")
                .check(ALL);
    }

    @Test
    void partsOfASessionHaveNoCycles() {
        slices().matching("io.eventjobs.worker.session.(*)..")
                .should()
                .beFreeOfCycles()
                .because("steps depend on the other packages of a session, and not the reverse")
                .check(ALL);
        slices().matching("io.eventjobs.worker.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package must be understandable without its dependents")
                .check(ALL);
    }

    @Test
    void readersDependOnlyOnTheirParsersAndOtherReaders() {
        requireOnly("io.eventjobs.encoding..");
        requireOnly("io.eventjobs.markdown..", "org.commonmark..", "org.jsoup..");
        requireOnly("io.eventjobs.schedule..", "io.eventjobs.encoding..", "tools.jackson..");
        requireOnly("io.eventjobs.transcript..", "io.eventjobs.encoding..", "org.jsoup..", "tools.jackson..");
        requireOnly(
                "io.eventjobs.page..",
                "io.eventjobs.encoding..",
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
                .because("a reader is a library that can be used without jobs, servers or Spring")
                .check(ALL);
    }

    @Test
    void classesAreNamedByTheirRole() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Manager|Helper|Common|Impl|Misc)")
                .because("such names indicate a missing concept")
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
                .because("tests control the time; " + Clock.class.getSimpleName() + " is injected")
                .check(ALL);
    }

    @Test
    void configurationIsImmutable() {
        classes()
                .that()
                .areAnnotatedWith(ConfigurationProperties.class)
                .should()
                .beRecords()
                .because("settings validated at startup must not change afterwards")
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
                .because("everything else must use the log")
                .check(ALL);
    }
}
