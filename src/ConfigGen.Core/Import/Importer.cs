using System.Collections.Immutable;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Config;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Import.Readers;
using ConfigGen.Core.Lint;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Import;

/// <summary>What to import, and for which hosts.</summary>
/// <param name="Name">Of the spec.</param>
/// <param name="Targets">The hosts that it is judged for.</param>
/// <param name="TargetLines">The same as a spec writes them: "platform: debian-12".</param>
/// <param name="Today">Today's date.</param>
public sealed record ImportRequest(string Name, RawTargets Targets, ImmutableArray<string> TargetLines, DateOnly Today)
{
    /// <summary>How to read every file; null to tell by path and content.</summary>
    public ImportForm? Form { get; init; }

    /// <summary>Whose order of sysctl files counts.</summary>
    public SysctlLoader Loader { get; init; } = SysctlLoader.Systemd;

    /// <summary>What the repository says; target groups come from it.</summary>
    public RepositoryConfiguration Configuration { get; init; } = RepositoryConfiguration.Empty;

    /// <summary>A TuneD profile that another one includes, by its name and the path of the other; null where it is not at hand.</summary>
    public Func<string, string, SourceText?> Include { get; init; } = (_, _) => null;
}

/// <summary>What came of it.</summary>
/// <param name="Spec">The text of the spec; null where nothing could be imported.</param>
/// <param name="Findings">About the files that were read, sorted.</param>
/// <param name="Verdicts">A word about each setting, as a table.</param>
/// <param name="Kept">How many settings and directives the spec has.</param>
/// <param name="Commented">How many stand in it as comments.</param>
/// <param name="Left">How many parts of the files are not in it.</param>
public sealed record ImportResult(string? Spec, ImmutableArray<Finding> Findings, string Verdicts, int Kept, int Commented, int Left);

/// <summary>The one entry: files in, a spec and findings out.</summary>
public static class Importer
{
    private const int MostRounds = 4;

    /// <summary>Reads files of any kinds into one spec; any text is fine.</summary>
    public static ImportResult Import(IEnumerable<ImportFile> files, ImportRequest request)
    {
        ImmutableArray<ImportFile> all = [.. files];
        var catalog = SysctlCatalog.BuiltIn;
        var draft = new ImportDraft();
        Read(draft, all, request, catalog);
        new ImportFit(draft, request.Targets.All, catalog).Run();
        if (draft.Settings.Count + draft.Directives.Count > RawLines.MostSettings)
        {
            draft.Findings.Add(Finding.Of(InputCodes.TooDeep, all[0].Source.Span(0, 0), "More settings than a spec may have: nothing is imported.").WithHelp("import the files one by one"));
            return new ImportResult(null, Sorted(draft.Findings), "", 0, 0, draft.Settings.Count);
        }

        var judge = new ImportJudge(draft, request.Targets.All, catalog, request.Today);
        return Result(draft, judge, request, [.. all.Select(f => f.Source.Path).Distinct(StringComparer.Ordinal)]);
    }

    private static void Read(ImportDraft draft, ImmutableArray<ImportFile> files, ImportRequest request, SysctlCatalog catalog)
    {
        var forms = files.Select(f => (File: f, Form: request.Form is { } named && !f.IsFound ? named : ImportForm.Of(f.Path, f.Source.Text))).ToList();
        var sysctl = forms.Where(f => f.Form?.Kind == ImportKind.Sysctl).Select(f => f.File).ToList();
        foreach (var (file, form) in forms.Where(f => f.Form?.Kind != ImportKind.Sysctl))
        {
            Read(draft, file, form, request, catalog);
        }

        if (sysctl.Count > 0)
        {
            SysctlFiles.Read(draft, sysctl, request.Loader);
        }
    }

    private static void Read(ImportDraft draft, ImportFile file, ImportForm? form, ImportRequest request, SysctlCatalog catalog)
    {
        switch (form?.Kind)
        {
            case ImportKind.Unit:
                UnitFile.Read(draft, file, form.Unit);
                break;
            case ImportKind.Tuned:
                TunedProfile.Read(draft, file.Source, name => request.Include(name, file.Path));
                break;
            case ImportKind.Yaml:
                YamlFile.Read(draft, file);
                break;
            case ImportKind.Shell:
                ShellScript.Read(draft, file.Source);
                break;
            case ImportKind.SysctlOutput:
                SysctlOutput.Read(draft, file.Source, request.Targets.All, catalog);
                break;
            default:
                Unknown(draft, file);
                break;
        }
    }

    private static void Unknown(ImportDraft draft, ImportFile file)
    {
        if (file.IsFound)
        {
            return;
        }

        var isEmpty = string.IsNullOrWhiteSpace(file.Source.Text);
        draft.Leave(ImportCodes.NotImportable, file.Source.Span(0, 0), isEmpty ? "The file is empty." : "This is nothing that import knows.", isEmpty ? null : $"it reads sysctl files, output of sysctl -a, systemd units and drop-ins, TuneD profiles, Ansible variables and tasks, and shell scripts; to say what this is: --from {ImportForm.Words}");
    }

    private static ImportResult Result(ImportDraft draft, ImportJudge judge, ImportRequest request, ImmutableArray<string> paths)
    {
        var (judgements, text) = (judge.Run(), "");
        for (var round = 0; round < MostRounds; round++)
        {
            text = ImportSpecText.Render(draft, judgements, request, paths);
            var wrong = ImportCheck.Wrong(text, draft, judgements, request).ToList();
            foreach (var (name, message) in wrong)
            {
                Misread(draft, name, message);
                judge.Drop(name);
            }

            if (wrong.Count == 0)
            {
                break;
            }

            judgements = judge.Run();
        }

        var kept = judgements.Values.Count(j => j.IsKept);
        if (kept == 0 && !draft.Findings.Exists(f => f.Severity == Severity.Error))
        {
            draft.Findings.Add(Finding.Of(ImportCodes.NotImportable, paths.IsEmpty ? null : new SourceText(paths[0], "").Span(0, 0), "Nothing here is a setting that the targets take, so there is no spec to write."));
        }

        var judged = judgements.Values.SelectMany(j => j.Findings).Select(f => f.Severity == Severity.Error ? f with { Severity = Severity.Warning } : f);
        return new ImportResult(kept + judgements.Count == 0 ? null : text, Sorted(draft.Findings.Concat(judged)), ImportVerdict.Table(draft, judgements), kept, judgements.Count - kept, draft.Left.Count);
    }

    private static void Misread(ImportDraft draft, string name, string message)
    {
        var span = draft.Settings.Where(s => s.Key.Name == name).Select(s => s.Span).Concat(draft.Directives.Where(d => d.Setting == name).Select(d => d.Span)).First();
        draft.Findings.Add(Finding.Of(ImportCodes.NotExpressible, span, message).WithHelp("write it into the spec as it is meant").About(name));
    }

    private static ImmutableArray<Finding> Sorted(IEnumerable<Finding> findings) => Linter.Cap(Linter.Sort(findings));
}
