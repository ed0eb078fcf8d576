using System.Globalization;
using ConfigGen.Core.Catalog;
using ConfigGen.Core.Findings;
using ConfigGen.Core.Raw;
using ConfigGen.Core.Text;

namespace ConfigGen.Core.Import.Readers;

/// <summary>Imports what a shell script writes into sysctl files, units and /proc/sys: here-documents, echo and printf with a redirection, tee, sysctl -w.</summary>
/// <remarks>Nothing is run. What the shell fills in is not known, and whether a condition holds neither.</remarks>
internal sealed class ShellScript
{
    private const string ProcSys = "/proc/sys/";

    // They make files take effect, prepare folders or talk.
    private static readonly string[] Harmless = ["set", "mkdir", "chmod", "chown", "exit", "cd", ":", "true", "sleep", "clear", "sync", "service", "return", "shopt", "export", "then", "else", "local", "read", "touch", "cp", "test", "["];

    private static readonly string[] Opening = ["if", "for", "while", "until", "case", "select"];

    private static readonly string[] Closing = ["fi", "done", "esac", "}"];

    // Each is looked at in a copy of the script.
    private const int MostUnits = 100;

    private const int MostLines = 20;

    private readonly ImportDraft _draft;
    private readonly List<(ImportedSetting Setting, string File)> _settings = [];
    private readonly List<SourceSpan> _unknown = [];
    private readonly List<SourceSpan> _steering = [];
    private int _depth;
    private int _units;

    private ShellScript(ImportDraft draft) => _draft = draft;

    /// <summary>Reads a script; any text is fine.</summary>
    public static void Read(ImportDraft draft, SourceText source)
    {
        var script = new ShellScript(draft);
        var command = new List<ShellToken>();
        foreach (var token in ShellLexer.Read(source))
        {
            if (token.Kind != ShellKind.End)
            {
                command.Add(token);
                continue;
            }

            if (command.Count > 0)
            {
                script.Command(command);
                command.Clear();
            }
        }

        script.Flush();
        script.Steering();
        script.Finish();
    }

    private void Command(List<ShellToken> tokens)
    {
        var span = Whole(tokens);
        var stages = Stages(tokens);
        var words = Words(stages[0]);
        while (words is [{ Text: "then" or "else" or "do" or "{" or "!" or "sudo" or "elif" or "time" or "doas" } lead, ..])
        {
            _depth += lead.Text == "{" ? 1 : 0;
            words = [.. words.Skip(1).SkipWhile(w => lead.Text is "sudo" && w.Text.StartsWith('-'))];
        }

        var name = words.Count == 0 ? "" : words[0].Text;
        if (Opening.Contains(name, StringComparer.Ordinal))
        {
            _depth++;
            Steers(span);
        }
        else if (Closing.Contains(name, StringComparer.Ordinal))
        {
            _depth = Math.Max(0, _depth - 1);
            Steers(span);
        }
        else
        {
            Simple(name, words, stages, span);
        }
    }

    private void Simple(string name, List<ShellToken> words, List<List<ShellToken>> stages, SourceSpan span)
    {
        var document = stages.SelectMany(s => s).FirstOrDefault(t => t.Kind == ShellKind.HereDocument);
        var file = Target(stages);
        switch (name)
        {
            case "sysctl" or "/sbin/sysctl" or "/usr/sbin/sysctl":
                Sysctl(words, document, span);
                break;
            case "cat" or "tee" when document is not null:
                Document(document, file, span);
                break;
            case "echo" or "printf" when file is not null:
                Echo(words, file, span);
                break;
            case "cat" when file is not null && words.Count == 1 && IsSysctl(file):
                _draft.Leave(ImportCodes.OpenHereDocument, span, $"cat waits for its input here: the start of a here-document, << EOF, is missing, so that {file} would get what is typed.", $"write cat >> {file} << 'EOF', then the lines, and EOF alone in a line");
                break;
            case "echo" or "printf" when stages.Count == 1:
                Steers(span);
                break;
            case "systemctl" when words.Any(w => w.Text is "daemon-reload" or "restart" or "reload" or "start" or "enable"):
                Steers(span);
                break;
            default:
                Other(name, words, span);
                break;
        }
    }

    private void Other(string name, List<ShellToken> words, SourceSpan span)
    {
        if (words.Count >= 2 && words[1].Text.StartsWith('=') && Foreign.LooksLikeKey(name))
        {
            Flush();
            _draft.Leave(ImportCodes.NotUnderstood, span, $"{name} is set outside of any file: to a shell this line is the name of a program.", "put the lines between cat >> /etc/sysctl.conf << 'EOF' and EOF, or save them as a file of their own and import that");
        }
        else if (Harmless.Contains(name, StringComparer.Ordinal) || words.Count == 0 || (name.Length > 2 && name[^1] == '='))
        {
            Steers(span);
        }
        else
        {
            Unknown(span);
        }
    }

    private static SourceSpan Whole(List<ShellToken> tokens)
    {
        var commands = tokens.Where(t => t.Kind != ShellKind.HereDocument).DefaultIfEmpty(tokens[0]).ToList();
        var start = commands.Min(t => t.Span.Span.Start);
        return tokens[0].Span.Source.Span(start, commands.Max(t => t.Span.Span.End) - start);
    }

    private static List<List<ShellToken>> Stages(List<ShellToken> tokens)
    {
        var stages = new List<List<ShellToken>> { new() };
        foreach (var token in tokens)
        {
            if (token.Kind == ShellKind.Pipe)
            {
                stages.Add([]);
            }
            else
            {
                stages[^1].Add(token);
            }
        }

        return stages;
    }

    // The words of a command without its redirections.
    private static List<ShellToken> Words(List<ShellToken> stage) =>
        [.. stage.Where((t, i) => t.Kind == ShellKind.Word && (i == 0 || stage[i - 1].Kind is not (ShellKind.Output or ShellKind.Other)))];

    // Where the output of a pipeline goes.
    private static string? Target(List<List<ShellToken>> stages)
    {
        foreach (var stage in stages)
        {
            var words = Words(stage).SkipWhile(w => w.Text is "sudo" or "doas").ToList();
            if (words is [{ Text: "tee" }, .. var rest] && rest.FirstOrDefault(w => !w.Text.StartsWith('-')) is { } file)
            {
                return file.Text;
            }
        }

        var at = stages[^1].FindIndex(t => t.Kind == ShellKind.Output);
        return at >= 0 && at + 1 < stages[^1].Count && stages[^1][at + 1] is { Kind: ShellKind.Word } to && (at == 0 || stages[^1][at - 1].Text != "2") ? to.Text : null;
    }

    private void Sysctl(List<ShellToken> words, ShellToken? document, SourceSpan span)
    {
        Flush();
        var assignments = words.Skip(1).Where(w => w.Text.Contains('=', StringComparison.Ordinal) && !w.Text.StartsWith("--", StringComparison.Ordinal)).ToList();
        if (document is not null)
        {
            Document(document, "/etc/sysctl.conf", span);
        }
        else if (assignments.Count == 0)
        {
            Steers(span);
        }

        foreach (var word in assignments)
        {
            if (word.IsFilledIn)
            {
                _draft.Leave(ImportCodes.Placeholder, word.Span, $"'{RawLines.Short(word.Text)}' is filled in by the shell: what will stand there is not known, so it is not imported.", "write the value into the spec");
                continue;
            }

            foreach (var setting in EmbeddedLines.Read(_draft, word.Text, word.Span))
            {
                Add(setting, "");
                _draft.Note(ImportCodes.TakenAs, word.Span, $"sysctl sets {setting.Key} until the next boot; in the spec it lasts.");
            }
        }
    }

    private void Echo(List<ShellToken> words, string file, SourceSpan span)
    {
        Flush();
        var options = words.Skip(1).TakeWhile(w => w.Text is "-e" or "-n" or "-ne" or "-en" or "-E").Count();
        var escapes = words[0].Text == "printf" || words.Skip(1).Take(options).Any(w => w.Text.Contains('e', StringComparison.Ordinal));
        var text = string.Join(' ', words.Skip(1 + options).Select(w => w.Text));
        text = escapes ? text.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal) : text;
        var isKey = file.StartsWith(ProcSys, StringComparison.Ordinal);
        if (!isKey && !IsSysctl(file))
        {
            Unknown(span);
        }
        else if (words.Skip(1).Any(w => w.IsFilledIn))
        {
            _draft.Leave(ImportCodes.Placeholder, span, "The shell fills something in here: what will be written is not known, so it is not imported.", "write the value into the spec");
        }
        else if (isKey)
        {
            Proc(file, text.Trim(), span);
        }
        else
        {
            foreach (var setting in EmbeddedLines.Read(_draft, text, span))
            {
                Add(setting, file);
            }
        }
    }

    private void Proc(string file, string value, SourceSpan span)
    {
        if (SysctlKey.TryParse(file[ProcSys.Length..], out var key, out var why) && !key!.IsGlob && !value.Contains('\n', StringComparison.Ordinal))
        {
            Add(new ImportedSetting(key!, span, value, span), "");
            _draft.Note(ImportCodes.TakenAs, span, $"{file} is written until the next boot; in the spec {key} lasts.");
        }
        else
        {
            _draft.Leave(ImportCodes.NotUnderstood, span, $"'{RawLines.Short(file)}' is no key that can be set: {why ?? "it is a pattern, or the value has several lines"}.", help: null);
        }
    }

    private void Document(ShellToken document, string? file, SourceSpan span)
    {
        Flush();
        if (document.IsOpen)
        {
            _draft.Findings.Add(Finding.Of(ImportCodes.OpenHereDocument, span, $"The here-document that starts here does not end: no line is {document.Text} alone{(document.Span.End.Line < document.Span.Source.LineCount ? $" (line {document.Span.End.Line.ToString(CultureInfo.InvariantCulture)} has more in it)" : "")}. Its lines are imported up to there; a shell would write all that follows as well.")
                .WithHelp($"end it with a line that is {(document.Text.Length == 0 ? "EOF" : document.Text)} and nothing else"));
        }

        if (document.Text.Length == 0)
        {
            return;
        }

        if (file is not null && IsSysctl(file))
        {
            foreach (var setting in EmbeddedLines.Read(_draft, document.Span.Text, document.Span))
            {
                Add(setting, file);
            }
        }
        else if (file is not null && RawForms.OfPath(file) is { Kind: RawKind.Unit } form && _units++ < MostUnits)
        {
            UnitFile.Read(_draft, new ImportFile(Inner(document), file), form);
        }
        else
        {
            _draft.Leave(ImportCodes.NotUnderstood, document.Span, $"What is written to {(file is null ? "this place" : RawLines.Short(file))} is neither a sysctl file nor a unit.", help: null);
        }
    }

    // Lines keep their places when everything before them is blank.
    private static SourceText Inner(ShellToken document)
    {
        var (all, start, end) = (document.Span.Source.Text, document.Span.Span.Start, document.Span.Span.End);
        return new SourceText(document.Span.Source.Path, string.Concat(all[..start].Select(c => c is '\n' or '\r' ? c : ' ')) + all[start..end]);
    }

    private void Add(ImportedSetting setting, string file)
    {
        if (_depth > 0)
        {
            _draft.Note(ImportCodes.Conditional, setting.Span, $"{setting.Key} is set inside of a condition, a loop or a function: whether that is run is not known. It is imported.", "take it out of the spec, or give it a condition of its own with when");
        }

        _settings.Add((setting, file));
    }

    // What is set at run time is overridden by files at the next boot; of files the last by name counts, sysctl.conf after all.
    private void Finish()
    {
        foreach (var (setting, _) in _settings.OrderBy(s => s.File.Length == 0 ? 0 : s.File.EndsWith("/sysctl.conf", StringComparison.Ordinal) ? 2 : 1).ThenBy(s => s.File[(s.File.LastIndexOf('/') + 1)..], StringComparer.Ordinal))
        {
            _draft.Settings.Add(setting);
        }
    }

    private static bool IsSysctl(string file) =>
        RawForms.OfPath(file)?.Kind == RawKind.Sysctl || (file.Contains("sysctl", StringComparison.Ordinal) && file.EndsWith(".conf", StringComparison.Ordinal)) || file.EndsWith("/sysctl.conf", StringComparison.Ordinal);

    private void Steers(SourceSpan span)
    {
        Flush();
        _steering.Add(span);
    }

    // Told once: nobody reads a line each about fi and done.
    private void Steering()
    {
        if (_steering.Count == 0)
        {
            return;
        }

        var lines = _steering.SelectMany(s => Enumerable.Range(s.Start.Line, s.End.Line - s.Start.Line + 1)).Distinct().Order().ToList();
        var shown = string.Join(", ", lines.Take(MostLines).Select(l => l.ToString(CultureInfo.InvariantCulture))) + (lines.Count > MostLines ? $" and {(lines.Count - MostLines).ToString(CultureInfo.InvariantCulture)} more" : "");
        _draft.Note(ImportCodes.TakenAs, _steering[0], $"{(lines.Count == 1 ? "Line" : "Lines")} {shown} steer the script, talk, or make files take effect: they set nothing by themselves. What is rendered from a spec is applied by its role, or at boot.");
    }

    private void Unknown(SourceSpan span)
    {
        if (_unknown.Count > 0 && span.Start.Line - _unknown[^1].End.Line > 1)
        {
            Flush();
        }

        _unknown.Add(span);
    }

    // Commands that stand together are told together.
    private void Flush()
    {
        if (_unknown.Count == 0)
        {
            return;
        }

        var span = _unknown[0].Source.Span(_unknown[0].Span.Start, _unknown[^1].Span.End - _unknown[0].Span.Start);
        var lines = span.End.Line - span.Start.Line + 1;
        _draft.Leave(ImportCodes.NotUnderstood, span, lines == 1 ? "Import does not understand this command: if it sets something, that is missing in the spec." : $"Import does not understand these {lines.ToString(CultureInfo.InvariantCulture)} lines: if they set something, that is missing in the spec.", help: null);
        _unknown.Clear();
    }
}
