using System.Globalization;
using System.Text;

namespace ConfigGen.JsonSchema;

/// <summary>
/// Translates a regular expression of ECMA-262 (with the u flag, ES2018) to .NET. A little more lenient than the u flag: any punctuation
/// may be escaped, and braces and brackets that open nothing stand for themselves, as most patterns in the wild assume.
/// </summary>
internal sealed class PatternTranslator(string pattern, bool surrogates)
{
    private const int MaxNesting = 100;
    private const string WordBefore = "(?<=[A-Za-z0-9_])";
    private const string NoWordBefore = "(?<![A-Za-z0-9_])";
    private const string WordAfter = "(?=[A-Za-z0-9_])";
    private const string NoWordAfter = "(?![A-Za-z0-9_])";

    private readonly PatternScanner _scanner = new(pattern);
    private readonly StringBuilder _output = new();
    private PatternGroups? _groups;
    private int _nesting;

    /// <summary>The .NET expression; null and what is wrong if the pattern is not well formed.</summary>
    public string? Translate(out string? error)
    {
        _groups = PatternGroups.Of(pattern);
        Disjunction();
        if (!_scanner.AtEnd)
        {
            _scanner.Fail("')' closes nothing");
        }
        error = _scanner.Error;
        return error is null ? _output.ToString() : null;
    }

    private void Disjunction()
    {
        if (++_nesting > MaxNesting)
        {
            _scanner.Fail($"groups are nested more than {MaxNesting} deep");
        }
        while (!_scanner.AtEnd && _scanner.Peek != ')')
        {
            Term();
        }
        _nesting--;
    }

    private void Term()
    {
        int start = _output.Length;
        if (_scanner.TryTake('|'))
        {
            _output.Append('|');
        }
        else if (!Assertion())
        {
            Atom();
            Quantifier(start);
        }
    }

    private bool Assertion()
    {
        string? expression =
            _scanner.TryTake('^') ? "^" :
            _scanner.TryTake('$') ? @"\z" :
            _scanner.TryTake(@"\b") ? $"(?:{WordBefore}{NoWordAfter}|{NoWordBefore}{WordAfter})" :
            _scanner.TryTake(@"\B") ? $"(?:{WordBefore}{WordAfter}|{NoWordBefore}{NoWordAfter})" :
            null;
        _output.Append(expression);
        return expression is not null;
    }

    private void Atom()
    {
        switch (_scanner.Peek)
        {
            case '(':
                Group();
                break;
            case '[':
                _output.Append(new PatternClass(_scanner).Read().ToExpression(surrogates));
                break;
            case '.':
                _scanner.Take();
                _output.Append(CodePointSet.LineTerminators.Complement().ToExpression(surrogates));
                break;
            case '\\' when _scanner.PeekNext is (>= '1' and <= '9') or 'k':
                BackReference();
                break;
            case '\\':
                _output.Append(new PatternEscape(_scanner).ReadSet(inClass: false).ToExpression(surrogates));
                break;
            case '*' or '+' or '?':
                _scanner.Fail($"nothing for '{_scanner.Peek}' to repeat");
                break;
            case '{' when _scanner.PeekQuantifier() is not null:
                _scanner.Fail("nothing for '{' to repeat");
                break;
            default:
                int literal = _scanner.TakeCodePoint();
                _output.Append(CodePointSet.Of(new CodePointRange(literal, literal)).ToExpression(surrogates));
                break;
        }
    }

    private void Group()
    {
        _output.Append(OpenGroup());
        Disjunction();
        _output.Append(')');
        if (!_scanner.TryTake(')'))
        {
            _scanner.Fail("'(' is not closed");
        }
    }

    private string OpenGroup()
    {
        foreach (string open in new[] { "(?:", "(?=", "(?!", "(?<=", "(?<!" })
        {
            if (_scanner.TryTake(open))
            {
                return open;
            }
        }
        if (_scanner.TryTake("(?<"))
        {
            _scanner.TakeName();
        }
        else if (_scanner.TryTake("(?"))
        {
            _scanner.Fail("'(?' is followed by something unknown");
        }
        _scanner.TryTake('(');
        // .NET numbers named groups after all others: here every group is numbered, in order.
        return "(";
    }

    /// <summary>A group that has not taken part matches the empty text in ECMA-262, and nothing in .NET.</summary>
    private void BackReference()
    {
        _scanner.Take();
        int number = _scanner.TryTake('k') ? _groups!.Number(_scanner.TakeBracketedName()) : _scanner.TakeInteger();
        if (number < 1 || number > _groups!.Count)
        {
            _scanner.Fail("a reference to a group that does not exist");
        }
        _output.Append(CultureInfo.InvariantCulture, $"(?({number})\\{number}|)");
    }

    private void Quantifier(int start)
    {
        string? quantifier = _scanner.Peek is '*' or '+' or '?' ? _scanner.Take().ToString() : _scanner.TakeQuantifier();
        if (quantifier is null)
        {
            return;
        }
        if (_output.Length - start > 1 && _output[start] != '[' && _output[start] != '(')
        {
            _output.Insert(start, "(?:").Append(')');
        }
        _output.Append(quantifier).Append(_scanner.TryTake('?') ? "?" : "");
    }
}
