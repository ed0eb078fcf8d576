using ConfigGen.Core.Compile;
using ConfigGen.Core.Config;
using ConfigGen.Core.Text;

namespace ConfigGen.Tests.Config;

/// <summary>Reads configurations that a test writes inline.</summary>
internal static class ConfigurationText
{
    public static ConfigurationReading Read(string text, string version = "0.1.0") => Compiler.Configure(new SourceText(".configgen.yaml", text), version);

    /// <summary>The findings, one a line: line and column, code and message.</summary>
    public static string Findings(string text) =>
        string.Join('\n', Read(text).Findings.Select(f => $"{f.Span!.Start.Line}:{f.Span.Start.Column} {f.Code} {f.Message}"));
}
