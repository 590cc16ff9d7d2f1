# Sourced by the scripts of this repository: where a JDK is that is new enough.
least=21

# From the file that each JDK has beside it; asking Java itself costs more time than most commands take.
java_version() {
    local line release
    release=$(readlink -f "$1" 2>/dev/null || true)
    release=${release%/bin/java}/release
    if [ -f "$release" ]; then
        while read -r line; do
            case "$line" in
                JAVA_VERSION=\"1.*) break ;;
                JAVA_VERSION=\"*)
                    line=${line#JAVA_VERSION=\"}
                    printf '%s\n' "${line%%[!0-9]*}"
                    return ;;
            esac
        done <"$release"
    fi
    "$1" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = \([0-9]*\).*/\1/p'
}

# The newest of JAVA_HOME, the path and the usual places that is new enough.
find_java() {
    local best='' best_version=0 candidate version
    for candidate in "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)" \
        /usr/lib/jvm/*/bin/java /opt/java/*/bin/java /opt/*jdk*/bin/java "$HOME"/.sdkman/candidates/java/*/bin/java \
        "$HOME"/.jdks/*/bin/java /Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java; do
        [ -n "$candidate" ] && [ -x "$candidate" ] || continue
        version=$(java_version "$candidate")
        if [ "${version:-0}" -ge "$least" ] && [ "$version" -gt "$best_version" ]; then
            best=$candidate best_version=$version
        fi
    done
    printf '%s' "$best"
}

# As find_java; ends the script with a sentence if there is none.
require_java() {
    local found
    found=$(find_java)
    if [ -z "$found" ]; then
        echo "event-jobs: a JDK of version $least or newer is needed and none was found." >&2
        echo "  Debian: apt install openjdk-21-jdk, or set JAVA_HOME to one (https://adoptium.net has them)." >&2
        exit 1
    fi
    printf '%s' "$found"
}
