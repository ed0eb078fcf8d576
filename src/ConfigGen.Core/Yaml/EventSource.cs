using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ConfigGen.Core.Yaml;

/// <summary>YamlDotNet's events, with its exceptions turned into a value.</summary>
internal sealed class EventSource(string text)
{
    private readonly Parser _parser = new(new Scanner(new StringReader(text)));

    /// <summary>The event that <see cref="MoveNext"/> went to.</summary>
    public ParsingEvent? Current => _parser.Current;

    /// <summary>Why the parser stopped; null while all is well.</summary>
    public ParserFailure? Failure { get; private set; }

    /// <summary>Stops: the events make no sense.</summary>
    public void Fail() => Failure = new ParserFailure(0, 0, "");

    /// <summary>Goes to the next event; false at the end of the stream or on a failure.</summary>
    public bool MoveNext()
    {
        if (Failure is not null)
        {
            return false;
        }

        try
        {
            return _parser.MoveNext();
        }
        catch (YamlException e)
        {
            Failure = new ParserFailure((int)e.Start.Index, (int)e.End.Index, e.Message);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or OverflowException or FormatException)
        {
            // The parser's own invariants break on some bad input (a flow list that is not indented, say): bad input all the same.
            Fail();
        }

        return false;
    }
}

/// <summary>What the parser says about broken YAML: a stretch of the text (0 to 0 when it does not know) and its own words.</summary>
internal sealed record ParserFailure(int Start, int End, string Words);
