# shellcheck shell=bash
# Sourced by benchmarks/run: the commands jobs and peers.
# EVENT_JOBS may name another program than this project's event-jobs, e.g. that of another build.

event_jobs=${EVENT_JOBS:-$home/event-jobs}
work=$(mktemp -d)
system=
postgres=

# Ends what was started here, whatever happens.
finish() {
    if [ -n "$system" ]; then kill "$system" 2>/dev/null && wait "$system" 2>/dev/null || true; fi
    stop_postgres
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM

fail() {
    echo "benchmarks/run: $1" >&2
    exit 1
}

# Starts the whole system with these options of up, and sets EVENT_JOBS_URL.
start_system() {
    local log=$work/up.log
    "$event_jobs" up --port 0 --enable-noop --slots "$slots" "$@" >"$log" 2>&1 &
    system=$!
    for _ in $(seq 600); do
        if grep -q 'Stop with Ctrl-C' "$log"; then break; fi
        kill -0 "$system" 2>/dev/null || { tail -20 "$log" >&2; fail "the system did not start"; }
        sleep 0.5
    done
    EVENT_JOBS_URL=$(awk '$1 == "URL" { print $2; exit }' "$log")
    [ -n "$EVENT_JOBS_URL" ] || fail "the system did not start within 5 minutes"
    export EVENT_JOBS_URL
}

stop_system() {
    kill "$system"
    wait "$system" || true
    system=
}

# The options of up for a mode: data, data-sync or ephemeral.
mode_options() {
    case "$1" in
        data) echo "--data $work/data" ;;
        data-sync) echo "--data $work/data-sync --sync" ;;
        ephemeral) echo "--ephemeral" ;;
    esac
}

measure_jobs() {
    local data=0 sync=0 ephemeral=0 json=() modes=() load=()
    local jobs=1000 batch=1000 payload=1024 warm_up=5000 rate=100 steady=6000
    while [ $# -gt 0 ]; do
        case "$1" in
            --data) data=1 ;;
            --sync) sync=1 ;;
            --ephemeral) ephemeral=1 ;;
            --json) json=(--json) ;;
            --jobs) jobs=$2; shift ;;
            --batch) batch=$2; shift ;;
            --payload) payload=$2; shift ;;
            --warm-up) warm_up=$2; shift ;;
            --rate) rate=$2; shift ;;
            --steady-jobs) steady=$2; shift ;;
            --slots) slots=$2; shift ;;
            *) fail "unknown option of jobs: $1" ;;
        esac
        shift
    done
    [ $((ephemeral + sync)) -lt 2 ] || fail "--sync needs --data"
    [ $((ephemeral + data)) -lt 2 ] || fail "--data and --ephemeral exclude each other"
    if [ $ephemeral = 1 ]; then modes=(ephemeral); elif [ $sync = 1 ]; then modes=(data-sync); else modes=(data); fi
    load=(--batch "$batch" --payload "$payload" "${json[@]}")
    # shellcheck disable=SC2046 # options without spaces: the folder is from mktemp
    start_system $(mode_options "${modes[0]}")
    [ ${#json[@]} = 1 ] || { echo "${modes[0]}, $slots slots"; echo "cold"; }
    local cold warm held
    cold=$("$event_jobs" load --mode drain --jobs "$jobs" "${load[@]}") || true
    [ ${#json[@]} = 1 ] || { echo "$cold"; echo "warm"; }
    warm=$("$event_jobs" load --mode accept,drain --jobs "$jobs" --warm-up "$warm_up" "${load[@]}") || true
    [ ${#json[@]} = 1 ] || echo "$warm"
    held=$("$event_jobs" load --mode steady --jobs "$steady" --rate "$rate" --payload "$payload" "${json[@]}") || true
    [ ${#json[@]} = 1 ] || echo "$held"
    stop_system
    if [ ${#json[@]} = 1 ]; then
        printf '{"data":"%s","slots":%s,"cold":%s,"warm":%s,"steady":%s}\n' \
            "${modes[0]}" "$slots" "${cold:-null}" "${warm:-null}" "${held:-null}"
    fi
}

# Runs a program as the user of PostgreSQL, which refuses to run as root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
}

# An instance of its own, durable as it is by default, on loopback and a free port.
start_postgres() {
    local bin
    bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin -type d 2>/dev/null | sort -V | tail -1)
    if [ -z "$bin" ] || [ ! -x "$bin/initdb" ]; then
        echo "benchmarks/run: SKIPPED JobRunr and db-scheduler: no PostgreSQL below /usr/lib/postgresql (Debian: apt install postgresql)" >&2
        return 1
    fi
    postgres_ctl=$bin/pg_ctl
    chmod 755 "$work"
    mkdir "$work/postgres"
    if [ "$(id -u)" = 0 ]; then chown postgres "$work/postgres"; fi
    port=$((20000 + RANDOM % 12000))
    while (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
    as_postgres "$bin/initdb" -D "$work/postgres/data" -U postgres -A trust >/dev/null
    as_postgres "$postgres_ctl" -D "$work/postgres/data" -l "$work/postgres/log" -w \
        -o "-h 127.0.0.1 -p $port -k $work/postgres -c fsync=on -c synchronous_commit=on -c shared_buffers=256MB -c max_wal_size=2GB" start >/dev/null \
        || { tail -5 "$work/postgres/log" >&2; fail "PostgreSQL did not start"; }
    postgres=$(head -1 "$work/postgres/data/postmaster.pid")
}

stop_postgres() {
    [ -z "$postgres" ] || as_postgres "$postgres_ctl" -D "$work/postgres/data" -m fast -w stop >/dev/null || true
    postgres=
}

measure_peers() {
    local format=text jobs=5000 batch=1000 payload=1024 warm_up=10000 our_warm_up=5000 threads=32
    while [ $# -gt 0 ]; do
        case "$1" in
            --json) format=json ;;
            --jobs) jobs=$2; shift ;;
            --batch) batch=$2; shift ;;
            --payload) payload=$2; shift ;;
            --warm-up) warm_up=$2; our_warm_up=$2; shift ;;
            --our-warm-up) our_warm_up=$2; shift ;;
            --threads) threads=$2; shift ;;
            --slots) slots=$2; shift ;;
            *) fail "unknown option of peers: $1" ;;
        esac
        shift
    done
    mkdir "$work/results"
    if start_postgres; then
        for peer in jobrunr db-scheduler; do
            "$java" -Xmx1g -XX:+UseSerialGC ${JAVA_OPTIONS:-} -cp "$class_path" io.eventjobs.benchmarks.peers.PeersCommand \
                "$peer" "jdbc:postgresql://127.0.0.1:$port/postgres" "$postgres" "$jobs" "$warm_up" "$payload" "$threads" \
                "$work/results/peer-$peer.json" >"$work/peer.log" 2>&1 || { tail -30 "$work/peer.log" >&2; fail "$peer failed"; }
        done
        stop_postgres
    fi
    for mode in data data-sync; do
        # shellcheck disable=SC2046
        start_system $(mode_options "$mode")
        "$event_jobs" load --mode drain --jobs "$jobs" --batch "$batch" --payload "$payload" --json >"$work/results/ours-$mode-cold.json" || true
        "$event_jobs" load --mode drain --jobs "$jobs" --batch "$batch" --payload "$payload" --warm-up "$our_warm_up" --json \
            >"$work/results/ours-$mode-warm.json" || true
        stop_system
    done
    "$java" -cp "$class_path" io.eventjobs.benchmarks.peers.ComparisonCommand "$work/results" "$format"
}
