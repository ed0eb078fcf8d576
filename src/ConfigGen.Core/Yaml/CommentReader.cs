using System.Collections.Immutable;
using ConfigGen.Core.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace ConfigGen.Core.Yaml;

/// <summary>Collects comments with the scanner alone: the parser, when asked to keep them, fails on valid YAML.</summary>
internal static class CommentReader
{
    /// <summary>The comments up to the end, or up to where the YAML is broken or nested too deeply.</summary>
    public static ImmutableArray<YamlComment> Read(SourceText source)
    {
        var comments = ImmutableArray.CreateBuilder<YamlComment>();
        var scanner = new Scanner(new StringReader(source.Text), skipComments: false);
        var depth = 0;

        // On some broken input the scanner hands out error tokens for ever.
        while (depth <= YamlLimits.Depth && MoveNext(scanner) && scanner.Current is not Error)
        {
            depth += Step(scanner.Current!);
            if (scanner.Current is Comment comment)
            {
                comments.Add(At(source, (int)comment.Start.Index));
            }
        }

        return comments.DrainToImmutable();
    }

    private static bool MoveNext(Scanner scanner)
    {
        try
        {
            return scanner.MoveNext();
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException)
        {
            // What is wrong is reported by Read; comments are for layout and suppression only.
            return false;
        }
    }

    private static int Step(Token token) => token switch
    {
        FlowSequenceStart or FlowMappingStart or BlockSequenceStart or BlockMappingStart => 1,
        FlowSequenceEnd or FlowMappingEnd or BlockEnd => -1,
        _ => 0,
    };

    private static YamlComment At(SourceText source, int start)
    {
        var length = source.Text.AsSpan(start).TrimToLine();
        return new YamlComment(source.Span(start, length), source.Text.Substring(start + 1, length - 1).Trim());
    }
}
