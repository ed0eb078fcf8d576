using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Import.Readers;

/// <summary>One option of a TuneD profile.</summary>
/// <param name="Section">The instance of a plugin.</param>
/// <param name="Name">Before the first equals sign.</param>
/// <param name="Value">After it, a comment behind it and lines that go on removed.</param>
/// <param name="Span">The line.</param>
internal sealed record TunedOption(string Section, string Name, string Value, SourceSpan Span)
{
    /// <summary>A comment behind the value.</summary>
    public string? Comment { get; init; }
}

/// <summary>Imports TuneD profiles: [sysctl] and the sysctl part of [vm], variables filled in, included profiles first.</summary>
/// <remarks>As tuned's profiles/loader.py reads them: sections, name=value, # behind a blank starts a comment, a later profile wins by option.</remarks>
internal sealed partial class TunedProfile
{
    private static readonly string[] Dirty = ["dirty_bytes", "dirty_ratio", "dirty_background_bytes", "dirty_background_ratio"];

    private readonly ImportDraft _draft;
    private readonly Func<string, SourceText?> _include;
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    // The last profile that sets a key counts.
    private readonly Dictionary<string, ImportedSetting> _taken = new(StringComparer.Ordinal);

    private TunedProfile(ImportDraft draft, Func<string, SourceText?> include) => (_draft, _include) = (draft, include);

    /// <summary>Reads a profile.</summary>
    /// <param name="draft">Where it goes.</param>
    /// <param name="source">tuned.conf.</param>
    /// <param name="include">Another profile by its name; null where it is not at hand.</param>
    public static void Read(ImportDraft draft, SourceText source, Func<string, SourceText?> include) => new TunedProfile(draft, include).Read(source);

    /// <summary>Whether a text is a profile.</summary>
    public static bool IsLikely(string text) => Likely().IsMatch(text);

    private void Read(SourceText source)
    {
        if (Placeholders.Statement(source) is { } statement)
        {
            _draft.Leave(ImportCodes.NotImportable, statement, $"'{RawLines.Short(statement.Text)}' is a statement of a template: which lines there will be is not known, so the file is not imported.", "import the file that is made of the template");
            return;
        }

        var options = Options(source);
        foreach (var include in options.Where(o => o.Section == "main" && o.Name == "include"))
        {
            Include(include);
        }

        Variables(options);
        var lines = options.ToLookup(o => o.Span.Start.Line);
        var comments = LineComments.Of(source, 1, source.LineCount, n => lines[n].FirstOrDefault()?.Name);
        foreach (var option in options.Where(o => o.Section != "variables" && (o.Section, o.Name) != ("main", "include")))
        {
            Take(option, Plugin(options, option.Section), comments);
        }

        SysctlFiles.CommentsLeft(_draft, [(source, comments)]);
    }

    private static string Plugin(ImmutableArray<TunedOption> options, string section) =>
        options.LastOrDefault(o => o.Section == section && o.Name == "type")?.Value ?? section;

    private void Include(TunedOption include)
    {
        foreach (var name in Expand(include.Value).Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!_open.Add(name))
            {
                continue;
            }

            if (_include(name) is { } other)
            {
                _draft.Note(ImportCodes.TakenAs, include.Span, $"The profile {name} is taken from {other.Path}; what this profile says itself goes before it.");
                Read(other);
            }
            else
            {
                _draft.Leave(ImportCodes.MissingInclude, include.Span, $"The profile {name} is included and not at hand: what it sets is missing in the spec.", $"import its tuned.conf as well: it stands in /usr/lib/tuned/{name} or /usr/lib/tuned/profiles/{name}; a copy in {name}/tuned.conf beside the folder of this one is found");
            }
        }
    }

    private void Variables(ImmutableArray<TunedOption> options)
    {
        foreach (var option in options.Where(o => o.Section == "variables"))
        {
            if (option.Name == "include")
            {
                _draft.Leave(ImportCodes.MissingInclude, option.Span, $"{option.Value} holds variables and is not at hand.", "write the values where they are used");
            }
            else
            {
                _variables[option.Name] = Expand(Unquote(option.Value));
            }
        }
    }

    private void Take(TunedOption option, string plugin, LineComments comments)
    {
        switch (plugin)
        {
            case "main":
                Main(option);
                break;
            case "sysctl" when option.Name is not ("type" or "enabled" or "replace" or "priority"):
                Sysctl(option, option.Name, option.Value, comments);
                break;
            case "vm" when Dirty.Contains(option.Name, StringComparer.Ordinal):
                // A percentage of dirty_bytes is written to dirty_ratio (plugin_vm.py).
                var isShare = option.Value.EndsWith('%') && option.Name.EndsWith("_bytes", StringComparison.Ordinal);
                Sysctl(option, "vm." + (isShare ? option.Name.Replace("_bytes", "_ratio", StringComparison.Ordinal) : option.Name), isShare ? option.Value[..^1].TrimEnd() : option.Value, comments);
                break;
            default:
                _draft.Leave(ImportCodes.NotExpressible, option.Span, $"[{option.Section}] {option.Name}={RawLines.Short(option.Value)} is no sysctl: a spec cannot express it.", Advice(option));
                break;
        }
    }

    private void Main(TunedOption option)
    {
        if (option.Name == "summary")
        {
            _draft.Description = option.Value;
        }
        else
        {
            _draft.Leave(ImportCodes.NotExpressible, option.Span, $"[main] {option.Name} is an option of TuneD.", help: null);
        }
    }

    private static string? Advice(TunedOption option) => option.Name switch
    {
        "transparent_hugepages" or "transparent_hugepage" => $"it is a file in /sys: set it at boot with the kernel parameter transparent_hugepage={option.Value}",
        _ => "keep it in a TuneD profile, without the lines that are imported",
    };

    private void Sysctl(TunedOption option, string name, string written, LineComments comments)
    {
        var value = Expand(Unquote(written));
        var (line, why) = SysctlLines.Take(new SourceText(option.Span.Source.Path, $"{name} = {value}") is var text ? text.Span(0, text.Text.Length) : null!);
        if (line is null || line.Key.IsGlob)
        {
            _draft.Leave(ImportCodes.NotUnderstood, option.Span, $"'{RawLines.Short(name)}' is not a sysctl key: {why ?? "it is a pattern"}.", "such as net.core.somaxconn");
        }
        else if (value.Contains("${", StringComparison.Ordinal) || ImportPlaceholders.In(option.Span) is not null && value.Contains('@', StringComparison.Ordinal))
        {
            _draft.Leave(ImportCodes.Placeholder, option.Span, $"{name} = {RawLines.Short(value)}: what the variable or function stands for is known on the host alone.", "write the value");
        }
        else if (value.StartsWith('<'))
        {
            _draft.Leave(ImportCodes.NotExpressible, option.Span, $"{name} is only to be lowered, to {value[1..].Trim()}: a spec can set a value, or raise it with at_least.", $"write {name}: {value[1..].Trim()} if that is fine on every host");
        }
        else
        {
            var isAtLeast = value.StartsWith('>');
            var number = option.Span.Start.Line;
            Add(new ImportedSetting(line.Key, option.Span, isAtLeast ? value[1..].Trim() : line.Value!, option.Span)
            {
                IsAtLeast = isAtLeast,
                Reason = (option.Comment is { } c ? LineComments.Sentence(c) : null) ?? comments.ReasonOf(number),
                Heading = comments.HeadingOf(number),
            });
        }
    }

    private void Add(ImportedSetting setting)
    {
        if (_taken.Remove(setting.Key.Name, out var earlier))
        {
            _draft.Settings.Remove(earlier);
            var isSame = earlier.Value == setting.Value && earlier.IsAtLeast == setting.IsAtLeast;
            _draft.Findings.Add(Finding.Of(isSame ? ImportCodes.RepeatedLine : ImportCodes.LostLine, earlier.Span, $"{setting.Key} = {RawLines.Short(earlier.Value)} {(isSame ? "is said again" : "is without effect: it is set again")} in {setting.Span}.").WithRelated(setting.Span, "this line counts").About(setting.Key.Name));
        }

        _taken.Add(setting.Key.Name, setting);
        _draft.Settings.Add(setting);
    }

    private string Expand(string text)
    {
        // A variable may hold another one; a circle stays as it is.
        for (var round = 0; round < 8 && Variable().IsMatch(text); round++)
        {
            var next = Variable().Replace(text, m => _variables.GetValueOrDefault(m.Groups["name"].Value, m.Value));
            if (next == text || next.Length > 4096)
            {
                break;
            }

            text = next;
        }

        return text;
    }

    private static string Unquote(string value) => value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1] : value;

    private ImmutableArray<TunedOption> Options(SourceText source)
    {
        var options = ImmutableArray.CreateBuilder<TunedOption>();
        var section = "";
        for (var number = 1; number <= source.LineCount; number++)
        {
            var span = RawLines.Trimmed(source, number);
            if (span.Span.Length == 0 || RawLines.IsComment(span.Text))
            {
                continue;
            }

            var equals = span.Text.IndexOf('=', StringComparison.Ordinal);
            if (span.Text is ['[', .., ']'])
            {
                section = span.Text[1..^1];
            }
            else if (equals <= 0 || section.Length == 0 || source.LineAt(number)[0] is ' ' or '\t')
            {
                _draft.Leave(ImportCodes.NotUnderstood, span, "This line is no option of a section.", "write name=value below a [section], at the start of the line");
            }
            else
            {
                options.Add(Option(section, span, equals));
            }
        }

        // Of two lines for one option in one file the last counts.
        return [.. options.GroupBy(o => (o.Section, o.Name)).SelectMany(g => g.SkipLast(1).Where(o => Repeated(o, g.Last())).Append(g.Last())).OrderBy(o => o.Span.Span.Start)];
    }

    private bool Repeated(TunedOption earlier, TunedOption last)
    {
        _draft.Findings.Add(Finding.Of(earlier.Value == last.Value ? ImportCodes.RepeatedLine : ImportCodes.LostLine, earlier.Span, $"{earlier.Name}={RawLines.Short(earlier.Value)} is without effect: it is set again below.").WithRelated(last.Span, "this line counts"));
        return false;
    }

    private static TunedOption Option(string section, SourceSpan span, int equals)
    {
        var value = span.Text[(equals + 1)..].Trim();
        var comment = InlineComment().Match(value);
        return new TunedOption(section, span.Text[..equals].Trim(), comment.Success ? value[..comment.Index].TrimEnd() : value, span) { Comment = comment.Success ? comment.Value : null };
    }

    [GeneratedRegex(@"(^|[ \t])#.*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex InlineComment();

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^\[(main|variables|sysctl|vm|cpu|sysfs|bootloader|script)\][ \t]*\r?$", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Likely();
}
