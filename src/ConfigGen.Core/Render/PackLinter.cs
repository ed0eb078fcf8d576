using System.Buffers;
using System.Collections.Immutable;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Render;

/// <summary>Judges a team's own packs without rendering them: what is wrong with pack.yaml, names that the model and the language do not have,
/// includes of what is not there, and texts that would break out of the quotes they belong in.</summary>
public sealed class PackLinter
{
    private static readonly string[] OfLists = ["size", "empty?"];

    private static readonly SearchValues<char> EndsOfNames = SearchValues.Create(" \t\r\n}|,)]");

    private readonly ImmutableDictionary<string, string> _templates;
    private readonly ITemplateInspector _inspector;
    private readonly Func<string, string> _shown;
    private readonly ImmutableArray<Finding>.Builder _findings = ImmutableArray.CreateBuilder<Finding>();

    private PackLinter(ImmutableDictionary<string, string> templates, ITemplateInspector inspector, Func<string, string> shown) =>
        (_templates, _inspector, _shown) = (templates, inspector, shown);

    /// <summary>Every finding, by file and place.</summary>
    /// <param name="templates">The files of the packs, by "pack/file" name.</param>
    /// <param name="inspector">Looks into templates.</param>
    /// <param name="shown">The path of a file as findings show it, by its "pack/file" name.</param>
    public static ImmutableArray<Finding> Lint(ImmutableDictionary<string, string> templates, ITemplateInspector inspector, Func<string, string> shown)
    {
        var linter = new PackLinter(templates, inspector, shown);
        var packs = PackSet.Load(templates);
        linter._findings.AddRange(packs.Findings.Select(linter.Shown));
        foreach (var pack in packs.Packs.Where(p => templates.Keys.Any(name => name.StartsWith(p.Name + "/", StringComparison.Ordinal))))
        {
            linter.Lint(pack, packs.Source);
        }

        return
        [
            .. linter._findings
                .DistinctBy(f => (f.Span?.ToString() ?? f.Path, f.Message))
                .OrderBy(f => f.Span?.Source.Path ?? f.Path, StringComparer.Ordinal)
                .ThenBy(f => f.Span?.Span.Start ?? 0),
        ];
    }

    private void Lint(Pack pack, PackSource source)
    {
        var inspected = source.FilesOf(pack.Name)
            .Where(file => file != PackSource.PackFileName)
            .ToDictionary(file => file, file => _inspector.Inspect($"{pack.Name}/{file}", source.Text($"{pack.Name}/{file}")!), StringComparer.Ordinal);
        foreach (var file in pack.Files.Where(f => inspected.ContainsKey(f.Template)))
        {
            // What a template gives a value, the templates that it includes see as well.
            var reached = Reached(file.Template, inspected);
            var own = reached.SelectMany(name => inspected[name].Assigned).ToHashSet(StringComparer.Ordinal);
            foreach (var name in reached)
            {
                new Page(this, pack.Name, name, file, inspected[name]).Judge(own, inspected.Keys);
            }
        }
    }

    private static List<string> Reached(string template, Dictionary<string, InspectedTemplate> inspected)
    {
        var reached = new List<string> { template };
        for (var i = 0; i < reached.Count; i++)
        {
            reached.AddRange(inspected[reached[i]].Includes.Select(p => p.Name).Where(name => inspected.ContainsKey(name) && !reached.Contains(name, StringComparer.Ordinal)));
        }

        return reached;
    }

    private Finding Shown(Finding finding) => finding.Span is { } span
        ? finding with { Span = Source(span.Source.Path).Span(span.Span.Start, span.Span.Length) }
        : finding with { Path = finding.Path is null ? null : _shown(finding.Path) };

    private SourceText Source(string name) => new(_shown(name), _templates.GetValueOrDefault(name) ?? "");

    /// <summary>One template, as a file of pack.yaml uses it.</summary>
    private sealed class Page(PackLinter linter, string pack, string name, PackFile file, InspectedTemplate inspected)
    {
        private readonly SourceText _source = linter.Source($"{pack}/{name}");
        private readonly ImmutableArray<ModelField> _model = PackModel.Of(file.Reader);

        public void Judge(HashSet<string> own, IEnumerable<string> files)
        {
            if (!linter._templates.ContainsKey($"{pack}/{name}"))
            {
                return;
            }

            foreach (var problem in inspected.Problems)
            {
                Report(problem.Line, problem.Column, problem.Message, "see configgen pack model for what templates can use");
            }

            if (_model.IsEmpty)
            {
                // The reader does not exist, which is reported where it stands: nobody knows what the template sees.
                return;
            }

            foreach (var use in inspected.Variables.Where(use => !own.Contains(use.Name.Split('.', '[')[0])))
            {
                Judge(use);
            }

            foreach (var include in inspected.Includes.Where(i => !files.Contains(i.Name, StringComparer.Ordinal)))
            {
                Report(include.Line, include.Column, $"There is no template \"{include.Name}\" in the pack {pack}.{Spelling.Question(Spelling.Closest(include.Name, files))}", "a template includes files of its own pack only");
            }

            if (file.Escape == ModelText.JsonEscape)
            {
                JudgeQuotes();
            }
        }

        // From left to right, so that the first part that is not there is named, and what is there beside it.
        private void Judge(NamedPlace use)
        {
            var known = "";
            foreach (var part in Parts(use.Name))
            {
                var path = part == "[]" ? known + part : known.Length == 0 ? part : $"{known}.{part}";
                if (!IsKnown(path))
                {
                    if (!(known.Length > 0 && OfLists.Contains(part, StringComparer.Ordinal)))
                    {
                        Unknown(use, known, part);
                    }

                    return;
                }

                known = path;
            }
        }

        private bool IsKnown(string path) =>
            _model.Any(f => f.Path.StartsWith(path, StringComparison.Ordinal) && (f.Path.Length == path.Length || f.Path[path.Length] is '.' or '['));

        private void Unknown(NamedPlace use, string known, string part)
        {
            var kind = _model.FirstOrDefault(f => f.Path == known)?.Kind;
            string[] beside = [.. _model.Select(f => f.Path).Where(p => p.Length > known.Length && Parent(p) == known).Select(p => p[(known.Length == 0 ? 0 : known.Length + 1)..]).Where(p => p != "]")];
            var message = known.Length == 0 ? $"The variable or function '{part}' is not known."
                : part == "[]" ? $"'{known}' is no list: it is a {kind}."
                : kind == ModelField.List ? $"'{known}' is a list and has no member '{part}': go through it with for."
                : $"'{known}' has no member '{part}'.";
            var help = beside.Length == 0 ? $"'{known}' is a {kind}" : $"known here: {string.Join(", ", beside)}";
            Report(use.Line, use.Column, $"{message}{Spelling.Question(Spelling.Closest(part, beside))}", help);
        }

        private static string Parent(string path) =>
            path.EndsWith("[]", StringComparison.Ordinal) ? path[..^2] : path.LastIndexOf('.') is var dot and >= 0 ? path[..dot] : "";

        private static IEnumerable<string> Parts(string path)
        {
            foreach (var part in path.Split('.'))
            {
                var name = part.TrimEnd('[', ']');
                yield return name;
                for (var i = name.Length; i < part.Length; i += 2)
                {
                    yield return "[]";
                }
            }
        }

        private void JudgeQuotes()
        {
            foreach (var value in inspected.Writes.Where(v => !v.IsLiteral && !IsSafe(v) && !IsNumber(v.Path)))
            {
                Report(
                    value.Line, value.Column,
                    value.Path is null ? "This value is written outside of double quotes." : $"'{value.Path}' is written outside of double quotes.",
                    "escape: json makes texts safe between double quotes only: put them around it, \"{{ … }}\"");
            }
        }

        private bool IsNumber(string? path) => _model.Any(f => f.Path == path && f.Kind is ModelField.Number or ModelField.Flag);

        private bool IsSafe(WrittenValue value) => value.IsInQuotes || (value.IsInComment && file.Reader == HostFilesFormat.YamlReader);

        private void Report(int line, int column, string message, string help)
        {
            var start = _source.OffsetAt(line, column);
            var length = _source.Text.AsSpan(start).IndexOfAny(EndsOfNames) is var end and > 0 ? end : 1;
            linter._findings.Add(Finding.Of(RenderCodes.Template, _source.Span(start, length), message) with { Help = help });
        }
    }
}
