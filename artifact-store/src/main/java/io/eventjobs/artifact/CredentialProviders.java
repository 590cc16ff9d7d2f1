package io.eventjobs.artifact;

import io.minio.credentials.IamAwsProvider;
import io.minio.credentials.Provider;
import io.minio.credentials.StaticProvider;
import java.net.URI;
import java.security.ProviderException;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** MinIO's providers of credentials. */
final class CredentialProviders {
    private CredentialProviders() {}

    static Provider of(StoreCredentials credentials, OkHttpClient connections) {
        return switch (credentials) {
            case StoreCredentials.Keys keys -> new StaticProvider(keys.accessKey(), keys.secretKey(), null);
            case StoreCredentials.Role role -> explaining(ofRole(role.stsEndpoint(), connections));
        };
    }

    private static Provider ofRole(@Nullable URI stsEndpoint, OkHttpClient connections) {
        return new IamAwsProvider(stsEndpoint == null ? null : stsEndpoint.toString(), connections);
    }

    /** A call that gets no credentials fails as one that the store does not answer. */
    private static Provider explaining(Provider provider) {
        return () -> {
            try {
                return provider.fetch();
            } catch (ProviderException e) {
                throw new ArtifactStoreException("object store: no credentials, " + e.getMessage(), e);
            }
        };
    }
}
