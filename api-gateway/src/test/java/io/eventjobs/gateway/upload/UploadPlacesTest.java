package io.eventjobs.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.TenantId;
import org.junit.jupiter.api.Test;

class UploadPlacesTest {
    private static final TenantId TENANT = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");

    private final UploadPlaces places = new UploadPlaces(4);

    @Test
    void oneTenantLeavesPlacesToOthers() {
        assertThat(places.take(TENANT) && places.take(TENANT) && places.take(TENANT))
                .isTrue();

        assertThat(places.take(TENANT)).isFalse();
        assertThat(places.take(OTHER)).isTrue();
    }

    @Test
    void aPlaceThatIsGivenBackCanBeTakenAgain() {
        for (int i = 0; i < 3; i++) {
            places.take(TENANT);
        }

        places.giveBack(TENANT);

        assertThat(places.take(TENANT)).isTrue();
    }

    @Test
    void aSinglePlaceIsForWhoeverComes() {
        UploadPlaces single = new UploadPlaces(1);

        assertThat(single.take(TENANT)).isTrue();
        assertThat(single.take(OTHER)).isFalse();
        single.giveBack(TENANT);
        assertThat(single.take(OTHER)).isTrue();
    }
}
