using System.Collections.Immutable;
using ConfigGen.Core.Render.SelfCheck;

namespace ConfigGen.Core.Verify;

/// <summary>What the files of a unit come to: its own file, then its drop-ins, in the order in which systemd reads them.</summary>
internal sealed record UnitFiles(ImmutableArray<UnitFile> Files)
{
    /// <summary>The values of a directive that are in force, each with its place: what follows the last reset; of a directive that takes one value the last counts.</summary>
    public ImmutableArray<Writer> Of(string section, string directive)
    {
        var values = ImmutableArray.CreateBuilder<Writer>();
        foreach (var file in Files)
        {
            var isDropIn = file.Path.Contains(".d/", StringComparison.Ordinal);
            foreach (var assignment in UnitFileReader.Read(file.Text.Replace("\r\n", "\n", StringComparison.Ordinal)).Assignments.Where(a => a.Section == section && a.Name == directive))
            {
                if (assignment.Value.Length == 0)
                {
                    values.Clear();
                }
                else
                {
                    values.Add(new Writer(file.Path, assignment.Line, assignment.Value, isDropIn ? "drop-in" : "the unit's own file"));
                }
            }
        }

        return values.ToImmutable();
    }

    /// <summary>Whether values are in force at the end of what the files say; a reset among them must leave nothing before them.</summary>
    public bool EndsWith(string section, string directive, ImmutableArray<string> wanted)
    {
        var inForce = Of(section, directive).Select(w => w.Value).ToList();
        var reset = wanted.LastIndexOf("");
        var own = wanted[(reset + 1)..];
        return (reset < 0 || inForce.Count == own.Length) && inForce.Count >= own.Length && inForce.TakeLast(own.Length).SequenceEqual(own, StringComparer.Ordinal);
    }
}
