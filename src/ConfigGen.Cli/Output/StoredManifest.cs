using ConfigGen.Cli.Files;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Plan;
using ConfigGen.Core.Text;

namespace ConfigGen.Cli.Output;

/// <summary>The manifest of a place: what it says, or why it cannot be used.</summary>
/// <param name="Manifest">Empty where there is none, or a broken one.</param>
/// <param name="Problem">Null when it is fine or not there.</param>
internal sealed record StoredManifest(Manifest Manifest, Finding? Problem)
{
    /// <summary>Reads it.</summary>
    /// <param name="source">Where from.</param>
    /// <param name="shownPath">How findings name it.</param>
    public static StoredManifest Read(IArtifactSource source, string shownPath)
    {
        if (source.Read(Manifest.FileName) is not { } bytes)
        {
            return new StoredManifest(Manifest.Empty, Problem: null);
        }

        var (text, problem) = Utf8Text.Decode(bytes);
        if (text is null)
        {
            return new StoredManifest(Manifest.Empty, Finding.Of(RenderCodes.Manifest, span: null, $"this manifest cannot be used: it {problem}") with { Path = shownPath });
        }

        var reading = Manifest.Read(new SourceText(shownPath, text));
        return new StoredManifest(reading.Manifest ?? Manifest.Empty, reading.Problem);
    }
}
