using System.Globalization;
using ConfigGen.Core.Catalog.Systemd;

namespace ConfigGen.Core.Report.Explain;

/// <summary>A note about a directive, in words.</summary>
internal static class NoteText
{
    /// <summary>"discouraged since systemd 252, ignored since 258; write CPUWeight: another scale".</summary>
    public static string Of(DirectiveNote note)
    {
        var scope = string.Join(' ', new[] { note.Section is null ? null : $"[{note.Section}]", note.Values.IsEmpty ? null : PageText.And(note.Values) }.OfType<string>());
        var states = new[] { note.Ignored == note.Deprecated ? null : Since("discouraged", note.Deprecated), Since("ignored", note.Ignored) }.OfType<string>();
        return string.Concat(
            scope.Length > 0 ? scope + ": " : "",
            string.Join(", ", states),
            note.Instead is null ? "" : $"; write {note.Instead}",
            note.Note is null ? "" : $" ({note.Note})");
    }

    private static string? Since(string what, int? version) =>
        version is { } v ? $"{what} since systemd {v.ToString(CultureInfo.InvariantCulture)}" : null;
}
