using System.Collections.Immutable;
using ConfigGen.Core.Compile;
using ConfigGen.Core.Text;

namespace ConfigGen.Cli.Files;

/// <summary>Has texts of its own in the place of some files, such as what they will be once fixes are applied.</summary>
/// <param name="inner">Reads all others.</param>
/// <param name="texts">By absolute path.</param>
/// <param name="folder">Absolute path that relative paths start from.</param>
internal sealed class EditedLoader(ISourceLoader inner, ImmutableDictionary<string, string> texts, string folder) : ISourceLoader
{
    /// <inheritdoc/>
    public SourceLoad Load(string path) =>
        texts.TryGetValue(Path.GetFullPath(path.Replace('\0', '\ufffd'), folder), out var text) ? inner.Load(path) with { Source = new SourceText(path, text), Problem = null } : inner.Load(path);
}
