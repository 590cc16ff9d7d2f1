package io.eventjobs.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without keys: a web identity is exchanged for temporary ones. MinIO's client also reads what AWS names from system properties. */
class RoleCredentialsTest {
    private static final List<String> NAMES = List.of("AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_ARN");

    @TempDir
    private Path folder;

    @BeforeEach
    void projectToken() throws IOException {
        System.setProperty(
                NAMES.get(0),
                Files.writeString(folder.resolve("token"), "signed-by-the-cluster")
                        .toString());
        System.setProperty(NAMES.get(1), "arn:aws:iam::1:role/worker");
    }

    @AfterEach
    void forget() {
        NAMES.forEach(System::clearProperty);
    }

    @Test
    void exchangesTheTokenOnceForKeysThatSignEachCall() {
        try (FaultyServer sts = FaultyServer.thatAnswers(temporaryKeys("2999-01-01T00:00:00Z"));
                FaultyServer s3 = FaultyServer.thatAnswers(FaultyServer.stored());
                MinioArtifactStore store = store(s3, sts)) {
            store.put("a", new byte[1], "text/plain");
            store.put("b", new byte[1], "text/plain");

            assertThat(sts.requests())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("RoleArn=", "WebIdentityToken=signed-by-the-cluster");
            assertThat(s3.requests()).hasSize(2);
        }
    }

    @Test
    void exchangesTheTokenAgainWhenTheKeysHaveExpired() {
        try (FaultyServer sts = FaultyServer.thatAnswers(temporaryKeys("2001-01-01T00:00:00Z"));
                FaultyServer s3 = FaultyServer.thatAnswers(FaultyServer.stored());
                MinioArtifactStore store = store(s3, sts)) {
            store.put("a", new byte[1], "text/plain");
            int first = sts.requests().size();
            store.put("b", new byte[1], "text/plain");

            assertThat(sts.requests()).hasSizeGreaterThan(first);
        }
    }

    @Test
    void aRefusedIdentityFailsTheCallAsAStoreThatCannotBeUsed() {
        try (FaultyServer sts = FaultyServer.thatAnswers(FaultyServer.refusal(403, "AccessDenied"));
                FaultyServer s3 = FaultyServer.thatAnswers(FaultyServer.stored());
                MinioArtifactStore store = store(s3, sts)) {
            assertThatExceptionOfType(ArtifactStoreException.class)
                    .isThrownBy(() -> store.put("a", new byte[1], "text/plain"))
                    .withMessageContaining("no credentials");
            assertThat(s3.requests()).isEmpty();
        }
    }

    @Test
    void aRefusedIdentityIsToldToTheOperator() {
        try (FaultyServer sts = FaultyServer.thatAnswers(FaultyServer.refusal(403, "AccessDenied"));
                FaultyServer s3 = FaultyServer.thatAnswers(FaultyServer.stored());
                MinioArtifactStore store = store(s3, sts)) {
            Throwable refused = catchThrowable(store::prepare);

            assertThat(StoreService.at(URI.create("https://store")).refusal(refused))
                    .get()
                    .extracting(Throwable::getMessage)
                    .asString()
                    .startsWith(
                            "The object store at https://store refuses this process (STS service failed with HTTP status code 403")
                    .contains("see event-jobs.s3.credentials");
        }
    }

    private static MinioArtifactStore store(FaultyServer s3, FaultyServer sts) {
        StoreCredentials role = new StoreCredentials.Role(sts.settings().endpoint());
        return new MinioArtifactStore(new StoreSettings(s3.settings().endpoint(), role, "bucket", "us-east-1"));
    }

    private static String temporaryKeys(String expiration) {
        String body = "<AssumeRoleWithWebIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                + "<AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>temporary</AccessKeyId>"
                + "<SecretAccessKey>secret</SecretAccessKey><SessionToken>session</SessionToken><Expiration>"
                + expiration + "</Expiration></Credentials></AssumeRoleWithWebIdentityResult>"
                + "</AssumeRoleWithWebIdentityResponse>";
        return FaultyServer.answer(
                        200, "Content-Type: application/xml\r\n", "Content-Length: " + body.length() + "\r\n")
                + body;
    }
}
