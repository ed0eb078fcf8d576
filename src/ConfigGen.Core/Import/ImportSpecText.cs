using System.Globalization;
using System.Text;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Render;
using ConfigGen.Core.Spec.Resolve;
using ConfigGen.Core.Yaml;

namespace ConfigGen.Core.Import;

/// <summary>Writes the spec: settings in the order of the file, reasons from comments, and everything that stayed behind as comments.</summary>
internal sealed class ImportSpecText
{
    private readonly StringBuilder _text = new();
    private readonly ImportDraft _draft;
    private readonly IReadOnlyDictionary<string, Judgement> _judgements;

    private ImportSpecText(ImportDraft draft, IReadOnlyDictionary<string, Judgement> judgements) => (_draft, _judgements) = (draft, judgements);

    /// <summary>The text of the spec.</summary>
    /// <param name="draft">What was read.</param>
    /// <param name="judgements">What became of it.</param>
    /// <param name="request">Name and targets.</param>
    /// <param name="paths">The files, as they were named.</param>
    public static string Render(ImportDraft draft, IReadOnlyDictionary<string, Judgement> judgements, ImportRequest request, IReadOnlyCollection<string> paths)
    {
        var text = new ImportSpecText(draft, judgements);
        text.Head(request, paths);
        text.Settings();
        text.Units();
        text.Outputs(request.Name);
        text.Left();
        return text._text.ToString();
    }

    private void Head(ImportRequest request, IReadOnlyCollection<string> paths)
    {
        foreach (var line in CommentText.Wrap($"Imported by configgen from {string.Join(", ", paths.Take(8))}{(paths.Count > 8 ? $" and {(paths.Count - 8).ToString(CultureInfo.InvariantCulture)} more" : "")}."))
        {
            Comment("", line);
        }

        Comment("", "Next: configgen validate, then configgen generate. Every key is explained by configgen explain KEY.");
        _text.Append("spec: v1\nname: ").Append(request.Name).Append('\n');
        if (_draft.Description is { } description && CommentText.OneLine(description) is { Length: > 0 } line1)
        {
            _text.Append("description: ").Append(Quoted(line1)).Append('\n');
        }

        _text.Append('\n');
        if (!request.Targets.AreNamed)
        {
            Comment("", "Nothing says which hosts this is for; these are releases that many servers run. Keep yours,");
            Comment("", "and give their memory as in {platform: debian-12, memory: 16G}: some limits are judged by it.");
        }

        _text.Append("targets:\n");
        foreach (var target in request.TargetLines)
        {
            _text.Append("  - ").Append(target).Append('\n');
        }
    }

    private void Settings()
    {
        if (_draft.Settings.Count == 0)
        {
            return;
        }

        // A block of comments alone is no mapping.
        _text.Append(_draft.Settings.Exists(s => _judgements[s.Key.Name].IsKept) ? "\nsysctl:\n" : "\n");
        foreach (var setting in _draft.Settings)
        {
            foreach (var heading in setting.Heading)
            {
                Comment("  ", heading);
            }

            var judgement = _judgements[setting.Key.Name];
            if (judgement.IsKept)
            {
                _text.Append("  ").Append(Key(setting.Key.Name)).Append(": ").Append(Value(setting, judgement)).Append('\n');
            }
            else
            {
                Gone($"{setting.Key} = {setting.Value}", judgement);
            }
        }
    }

    private static string Value(ImportedSetting setting, Judgement judgement)
    {
        var value = Fields(setting.Value);
        var isPlain = !setting.IsAtLeast && setting.Reason is null && judgement.Only.IsEmpty;
        return isPlain ? value : $"{{{(setting.IsAtLeast ? "at_least" : "value")}: {value}{When(judgement)}{Reason(setting.Reason)}}}";
    }

    private static string When(Judgement judgement) => judgement.Only.IsEmpty ? "" : $", when: {{platform: [{string.Join(", ", judgement.Only)}]}}";

    private static string Reason(string? reason) => reason is null ? "" : $", reason: {Quoted(reason)}";

    private static string Fields(string value)
    {
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "\"\""
            : words.Length > 1 && words.All(IsNumber) ? $"[{string.Join(", ", words)}]"
            : words.Length > 1 && words.Any(UnitConversion.LooksLikeQuantity) ? $"[{string.Join(", ", words.Select(Quoted))}]"
            : Scalar(value);
    }

    private static bool IsNumber(string word) => CoreSchema.Resolve(word) == YamlKind.Integer && !word.StartsWith("0o", StringComparison.Ordinal);

    private static string Scalar(string value) =>
        IsNumber(value) || IsPlainWord(value) ? value : Quoted(value);

    private static bool IsPlainWord(string value) =>
        value.Length > 0 && char.IsAsciiLetter(value[0]) && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/') && CoreSchema.Resolve(value) == YamlKind.Text
        && value.ToLowerInvariant() is not ("yes" or "no" or "on" or "off" or "y" or "n" or "t" or "f");

    private static string Key(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/') && char.IsAsciiLetter(name[0]) ? name : Quoted(name);

    // Whether a least value raises anything often shows on the host alone.
    private void Outputs(string name)
    {
        if (_draft.Settings.Exists(s => s.IsAtLeast && _judgements[s.Key.Name].IsKept))
        {
            _text.Append("\noutputs:\n");
            Comment("  ", "at_least raises only what is lower: where that shows on the host alone, the role decides there.");
            _text.Append("  ansible: {role: ").Append(name.Replace('-', '_')).Append("_tuning}\n");
        }
    }

    private void Units()
    {
        var units = _draft.Directives.GroupBy(d => d.Unit, StringComparer.Ordinal).ToList();
        var isFirst = true;
        foreach (var unit in units)
        {
            var kept = unit.Where(d => _judgements[d.Setting].IsKept).ToList();
            if (kept.Count > 0)
            {
                _text.Append(isFirst ? "\nunits:\n" : "").Append("  ").Append(Key(unit.Key)).Append(":\n");
                isFirst = false;
                Sections(kept);
            }

            foreach (var refused in unit.Where(d => !_judgements[d.Setting].IsKept))
            {
                Gone($"{unit.Key} [{refused.Section}] {refused.Name}={refused.Value}", _judgements[refused.Setting]);
            }
        }
    }

    private void Sections(List<ImportedDirective> kept)
    {
        foreach (var section in kept.GroupBy(d => d.Section, StringComparer.Ordinal))
        {
            _text.Append("    ").Append(Key(section.Key)).Append(":\n");
            foreach (var directive in section.GroupBy(d => d.Name, StringComparer.Ordinal))
            {
                foreach (var heading in directive.SelectMany(d => d.Heading))
                {
                    Comment("      ", heading);
                }

                var values = directive.Select(d => Directive(d.Value)).ToList();
                var value = values.Count == 1 ? values[0] : $"[{string.Join(", ", values)}]";
                var judgement = _judgements[directive.First().Setting];
                var reason = directive.Select(d => d.Reason).FirstOrDefault(r => r is not null);
                var isPlain = reason is null && judgement.Only.IsEmpty;
                _text.Append("      ").Append(Key(directive.Key)).Append(": ").Append(isPlain ? value : $"{{value: {value}{When(judgement)}{Reason(reason)}}}").Append('\n');
            }
        }
    }

    private static string Directive(string value) =>
        value.Length > 0 && value.Length < 20 && value.All(char.IsAsciiDigit) && (value.Length == 1 || value[0] != '0') ? value
        : value is "yes" or "no" || IsPlainWord(value) ? value
        : Quoted(value);

    private void Gone(string line, Judgement judgement)
    {
        var why = judgement.Findings.FirstOrDefault();
        Comment("  ", $"{ImportVerdict.Word(judgement)}: {line}");
        foreach (var part in CommentText.Wrap(why is null ? "it cannot be said in a spec" : $"{why.Message} [{why.Code}]", CommentText.Width - 6))
        {
            Comment("  ", "  " + part);
        }
    }

    // Nothing of the user's is lost, and a reviewer sees what is missing.
    private void Left()
    {
        if (_draft.Left.Count == 0)
        {
            return;
        }

        _text.Append('\n');
        Comment("", "Not imported:");
        foreach (var part in _draft.Left.Take(RawLines.MostSettings))
        {
            var shown = CommentText.OneLine(part.Span.Text.Length > 200 ? part.Span.Text[..200] : part.Span.Text).Trim();
            Comment("", $"{part.Span.Source.Path}:{part.Span.Start.Line.ToString(CultureInfo.InvariantCulture)}: {(shown.Length > 100 ? shown[..100] + "…" : shown)}");
        }
    }

    private void Comment(string indent, string text) => _text.Append(indent).Append("# ").Append(CommentText.OneLine(text).Trim()).Append('\n');

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
