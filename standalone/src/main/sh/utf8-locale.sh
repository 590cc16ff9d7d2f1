# Sourced by the scripts of this repository: Java reads and writes file names, arguments and the environment in the character set of the
# locale, which is ASCII for a service of systemd, for cron and in many containers. Names of sessions are not.
case "$(locale charmap 2>/dev/null || true)" in
    UTF-8) ;;
    *) export LC_ALL=C.UTF-8 ;;
esac
