using System.Collections.Frozen;

namespace ConfigGen.Core.Catalog.Systemd;

/// <summary>What values the parser types of the dumps take; a type that is not here is not judged.</summary>
/// <remarks>
/// From systemd.exec(5), systemd.service(5), systemd.kill(5), systemd.resource-control(5), systemd.time(7) and systemd.syntax(7), tried with systemd 252.
/// Lists of words hold what any version up to 262 takes.
/// </remarks>
public static class ValueForms
{
    private static readonly ValueForm Boolean = new(value => SystemdBoolean.Parse(value) is not null, "yes or no");
    private static readonly ValueForm Span = new(SystemdTime.IsSpan, "a time span such as 30, 5min, 1h 30min or infinity");
    // Timers read specifiers first, so that what stands there then is not known; OnCalendar, of the same parser type, is not judged.
    private static readonly ValueForm Trigger = new(value => value.Contains('%', StringComparison.Ordinal) || SystemdTime.IsSpan(value), Span.Description);
    private static readonly ValueForm Size = new(value => SystemdSize.Parse(value) is not null, "bytes, or a number with a capital K, M, G or T");
    private static readonly ValueForm Infinity = new(value => value == "infinity", "infinity");
    private static readonly ValueForm Percent = new(value => SystemdNumber.IsPercent(value, 100), "a percentage up to 100%");
    private static readonly ValueForm Weight = ValueForm.Between(1, 10000);

    private static readonly FrozenDictionary<string, ValueForm> ByType = new Dictionary<string, ValueForm>(StringComparer.Ordinal)
    {
        ["BOOLEAN"] = Boolean,
        ["SECONDS"] = Span,
        ["NANOSECONDS"] = Span,
        ["SIZE"] = Size,
        ["INTEGER"] = ValueForm.Between(int.MinValue, int.MaxValue),
        ["UNSIGNED"] = ValueForm.Between(0, uint.MaxValue),
        ["SIGNAL"] = new(SignalName.IsSignal, "a signal such as SIGTERM or SIGRTMIN+3"),
        ["WEIGHT"] = Weight,
        ["CPUWEIGHT"] = Weight.Or(new(value => value == "idle", "idle")),
        ["SHARES"] = ValueForm.Between(2, 262144),
        ["NICE"] = ValueForm.Between(-20, 19),
        ["OOMSCOREADJUST"] = ValueForm.Between(-1000, 1000),
        ["CPUSCHEDPRIO"] = ValueForm.Between(0, 99),
        ["IOPRIORITY"] = ValueForm.Between(0, 7),
        ["IOCLASS"] = ValueForm.Words("none", "realtime", "best-effort", "idle").Or(ValueForm.Between(0, 7)),
        ["KILLMODE"] = ValueForm.Words("control-group", "mixed", "process", "none"),
        ["SERVICETYPE"] = ValueForm.Words("simple", "exec", "forking", "oneshot", "dbus", "notify", "notify-reload", "idle"),
        ["SERVICERESTART"] = ValueForm.Words("no", "always", "on-success", "on-failure", "on-abnormal", "on-abort", "on-watchdog"),
        ["SERVICEEXITTYPE"] = ValueForm.Words("main", "cgroup"),
        ["TIMEOUTMODE"] = ValueForm.Words("terminate", "abort", "kill"),
        ["ACCESS"] = ValueForm.Words("none", "main", "exec", "all"),
        ["LEVEL"] = ValueForm.Words("emerg", "alert", "crit", "err", "warning", "notice", "info", "debug").Or(ValueForm.Between(0, 7)),
        ["ENVIRON"] = new(SystemdWords.AreAssignments, "NAME=value, several with blanks between them, quoted where a value holds a blank"),
        ["PATH [ARGUMENT [...]]"] = new(SystemdWords.AreBalanced, "a command whose quotes are closed"),
        ["OUTPUT"] = new(
            value => value is "inherit" or "null" or "tty" or "journal" or "kmsg" or "journal+console" or "kmsg+console" or "socket" or "fd" or "syslog" or "syslog+console"
                || StartsWith(value, "fd:", "file:", "append:", "truncate:"),
            "inherit, null, tty, journal, kmsg, journal+console, kmsg+console, socket, fd:NAME, file:PATH, append:PATH or truncate:PATH"),
        ["INPUT"] = new(
            value => value is "null" or "tty" or "tty-force" or "tty-fail" or "data" or "socket" or "fd" || StartsWith(value, "fd:", "file:"),
            "null, tty, tty-force, tty-fail, data, socket, fd:NAME or file:PATH"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Types that several parsers share are told apart by the directive; OTHER is judged only where the directive is named here.
    private static readonly FrozenDictionary<string, ValueForm> ByDirective = new Dictionary<string, ValueForm>(StringComparer.Ordinal)
    {
        ["BlockIOWeight"] = ValueForm.Between(10, 1000),
        ["StartupBlockIOWeight"] = ValueForm.Between(10, 1000),
        ["TasksMax"] = ValueForm.Between(1, long.MaxValue).Or(Percent).Or(Infinity),
        ["CPUQuota"] = new(value => SystemdNumber.IsPercent(value, decimal.MaxValue), "a percentage of one CPU such as 50% or 200%"),
        ["TimeoutSec"] = Span,
        ["TimeoutStopSec"] = Span,
        ["TimeoutAbortSec"] = Span,
        ["JobTimeoutSec"] = Span,
        ["OnActiveSec"] = Trigger,
        ["OnBootSec"] = Trigger,
        ["OnStartupSec"] = Trigger,
        ["OnUnitActiveSec"] = Trigger,
        ["OnUnitInactiveSec"] = Trigger,
        ["JobRunningTimeoutSec"] = Span,
        ["OOMPolicy"] = ValueForm.Words("continue", "stop", "kill"),
        ["ManagedOOMSwap"] = ValueForm.Words("auto", "kill"),
        ["ManagedOOMMemoryPressure"] = ValueForm.Words("auto", "kill"),
        ["ManagedOOMPreference"] = ValueForm.Words("none", "avoid", "omit"),
        ["ProtectSystem"] = Boolean.Or(ValueForm.Words("full", "strict")),
        ["ProtectHome"] = Boolean.Or(ValueForm.Words("read-only", "tmpfs")),
        ["ProtectProc"] = ValueForm.Words("noaccess", "invisible", "ptraceable", "default"),
        ["ProcSubset"] = ValueForm.Words("all", "pid"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ValueForm Memory = Size.Or(Percent).Or(Infinity);

    /// <summary>The form of a directive with a parser type; null where it is not judged.</summary>
    public static ValueForm? Of(string directive, string type) =>
        ByDirective.TryGetValue(directive, out var own) ? own : type switch
        {
            "LIMIT" => Limit(directive),
            // The job modes are dumped as MODE as well.
            "MODE" => directive.EndsWith("JobMode", StringComparison.Ordinal) ? null : new ValueForm(SystemdNumber.IsMode, "an octal mode such as 0644"),
            _ => ByType.GetValueOrDefault(type),
        };

    private static ValueForm? Limit(string directive) =>
        directive.StartsWith("Limit", StringComparison.Ordinal) ? ResourceLimit.Of(directive["Limit".Length..])
        : directive.Contains("Memory", StringComparison.Ordinal) ? Memory
        : null;

    private static bool StartsWith(string value, params ReadOnlySpan<string> prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (value.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
