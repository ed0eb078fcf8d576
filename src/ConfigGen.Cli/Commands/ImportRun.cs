using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ConfigGen.Cli.Files;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Import;

namespace ConfigGen.Cli.Commands;

/// <summary>One run of <c>import</c>: reads, imports, writes, and says what became of every line.</summary>
internal sealed class ImportRun(Surroundings around, SpecRun print, string? output, long cap)
{
    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public int Import(ImmutableArray<RawPath> paths, ImportRequest request, ImmutableArray<Finding> earlier)
    {
        var printer = new FindingPrinter(print, toOut: output is not null);
        printer.Add(earlier);
        var read = paths.Select(p => ImportSearch.Read(p, around, cap)).ToList();
        printer.Add([.. read.Select(r => r.Problem).OfType<Finding>()]);
        if (read.TrueForAll(r => r.File is null))
        {
            printer.Finish("nothing imported");
            return ExitCode.Usage;
        }

        var result = Importer.Import(read.Select(r => r.File).OfType<ImportFile>(), request);
        if (earlier.IsEmpty && result.Spec is not null && Write(result.Spec) is { } failure)
        {
            around.Error.Write($"configgen import: {failure}\n");
            return ExitCode.Usage;
        }

        if (output is null)
        {
            around.Out.Flush();
        }

        printer.Add(result.Findings);
        if (print.Format == ReportFormat.Text)
        {
            (output is null ? around.Error : around.Out).Write(result.Verdicts.Length == 0 ? "" : Visible(result.Verdicts) + "\n");
        }

        printer.Finish(Summary(result));
        return read.Any(r => r.Problem is not null) ? ExitCode.Usage : printer.Fails ? ExitCode.Findings : ExitCode.Clean;
    }

    private static string Visible(string table) => string.Join('\n', table.Split('\n').Select(Core.Report.Visible.Line));

    private string Summary(ImportResult result)
    {
        var commented = result.Commented == 0 ? "" : $", {result.Commented.ToString(CultureInfo.InvariantCulture)} kept as {(result.Commented == 1 ? "a comment" : "comments")}";
        var left = result.Left == 0 ? "" : $", {Count.Of(result.Left, "part")} not imported";
        return $"{(output is not null && result.Spec is not null ? Core.Report.Visible.Line(output) + ": " : "")}{Count.Of(result.Kept, "setting")}{commented}{left}";
    }

    private string? Write(string spec)
    {
        if (output is null)
        {
            around.Out.Write(spec);
            return null;
        }

        var full = Path.GetFullPath(output, around.Folder);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            using var stream = new FileStream(full, FileMode.CreateNew, FileAccess.Write);
            stream.Write(Encoding.UTF8.GetBytes(spec));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"cannot write {Core.Report.Visible.Line(output)}: {IoReason.Of(e)}";
        }
    }
}
