using ConfigGen.Core.Compile;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Support;

/// <summary>Files that exist only in a test.</summary>
internal sealed class InMemorySources(params (string Path, string Text)[] files) : ISourceLoader
{
    private readonly Dictionary<string, string> _files = files.ToDictionary(f => f.Path, f => f.Text, StringComparer.Ordinal);

    public SourceLoad Load(string path) =>
        _files.TryGetValue(path, out var text)
            ? new SourceLoad(new SourceText(path, text), null)
            : new SourceLoad(null, new SourceProblem(InputCodes.NotFound, $"{path} does not exist.", null));
}
