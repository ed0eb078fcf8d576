using ConfigGen.Core.Findings;
using ConfigGen.Core.Spec;

namespace ConfigGen.Core.Lint.Rules.Tcp;

/// <summary>CG2010: the three keepalive keys do not turn keepalive on.</summary>
public sealed class KeepaliveNeedsSoKeepaliveRule : IRule
{
    /// <inheritdoc/>
    public FindingCode Code { get; } = new("CG2010", "keepalive-needs-so-keepalive", "The keepalive keys only apply to sockets that ask for keepalive", Severity.Info);

    /// <inheritdoc/>
    public void Check(RuleContext context)
    {
        if (AsksForKeepalive(context.Spec))
        {
            return;
        }

        var settings = KeepaliveKeys.All
            .Select(context.Find)
            .OfType<ResolvedSetting>()
            .Where(s => s.Values.Any(v => v.Value is not null))
            .OrderBy(s => s.KeySpan.Span.Start)
            .ToList();
        if (settings.Count > 0)
        {
            context.Report(Report(settings));
        }
    }

    // Whoever sets KeepAlive= in a unit, or names units in the intent, knows that somebody has to ask.
    private static bool AsksForKeepalive(ResolvedSpec spec) =>
        spec.Keepalive is { Units.IsEmpty: false }
        || spec.Units.SelectMany(u => u.Sections).SelectMany(s => s.Directives).Any(d => d.Name.Value == "KeepAlive");

    private Finding Report(List<ResolvedSetting> settings)
    {
        var values = Wording.List(settings.Select(s => $"{s.Key} = {s.Values.First(v => v.Value is not null).Value!.Text}"));
        var effect = settings.Count == 1
            ? "applies to sockets that ask for keepalive with SO_KEEPALIVE; it does not turn it"
            : "apply to sockets that ask for keepalive with SO_KEEPALIVE; they do not turn it";
        return Finding.Of(Code, settings[0].KeySpan, $"{values} only {effect} on.") with
        {
            Setting = settings[0].Key.Name,
            Help = "turn it on where connections are made: by the application's own option, or for socket units by naming them under keepalive.units",
        };
    }
}
