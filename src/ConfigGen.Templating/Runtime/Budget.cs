using System.Diagnostics;
using System.Runtime.CompilerServices;
using ConfigGen.Templating.Syntax;

namespace ConfigGen.Templating.Runtime;

/// <summary>Counts what a rendering uses up and stops it at the limits.</summary>
internal sealed class Budget(RenderLimits limits)
{
    /// <summary>Nested expressions, statements and calls; far above what 100 functions within each other need.</summary>
    private const int MaximumDepth = 4000;

    /// <summary>Strings and arrays made on the way may add up to this many times the largest allowed output.</summary>
    private const int MemoryFactor = 8;

    private const int ReadingDiscount = 4;

    private const int StepsBetweenClockReadings = 64;

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _steps;
    private long _memory;
    private int _depth;
    private int _calls;

    public RenderLimits Limits { get; } = limits;

    public void Step(Span span)
    {
        if (++_steps > Limits.Steps)
        {
            throw new TemplateFault(span, $"The template takes more than {Limits.Steps} steps.");
        }

        if (_steps % StepsBetweenClockReadings == 0 && _clock.Elapsed > Limits.TotalTime)
        {
            throw new TemplateFault(span, $"The template takes longer than {Limits.TotalTime.TotalSeconds} s.");
        }
    }

    public void Enter(Span span)
    {
        Step(span);
        if (++_depth > MaximumDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new TemplateFault(span, "The template is nested too deep here.");
        }
    }

    public void Leave() => _depth--;

    public void EnterCall(Span span)
    {
        if (++_calls > Limits.CallDepth)
        {
            throw new TemplateFault(span, $"Exceeding number of recursive depth limit `{Limits.CallDepth}` for functions and includes.");
        }
    }

    public void LeaveCall() => _calls--;

    /// <summary>Asks for a string of that length, before it is made.</summary>
    public void Characters(long count, Span span)
    {
        Fits(count, span);
        Memory(count, span);
    }

    /// <summary>Counts the work of going through a text once; cheaper than making one.</summary>
    public void Reading(long count, Span span) => Memory(count / ReadingDiscount, span);

    /// <summary>Asks whether a text that grows piece by piece may become that long.</summary>
    public void Fits(long count, Span span)
    {
        if (count > Limits.OutputCharacters)
        {
            throw new TemplateFault(span, $"The text would be longer than {Limits.OutputCharacters} characters.");
        }
    }

    /// <summary>Asks for an array of that many items, before it is made.</summary>
    public void Items(long count, Span span)
    {
        FitsItems(count, span);
        Memory(count * 8, span);
    }

    /// <summary>Asks whether an array that grows item by item may have that many.</summary>
    public void FitsItems(long count, Span span)
    {
        if (count > Limits.LoopIterations)
        {
            throw new TemplateFault(span, $"The array would have more than {Limits.LoopIterations} items.");
        }
    }

    public void Iteration(long done, Span span)
    {
        if (done > Limits.LoopIterations)
        {
            throw new TemplateFault(span, $"Exceeding number of iteration limit `{Limits.LoopIterations}` for loop statement.");
        }
    }

    private void Memory(long amount, Span span)
    {
        _memory += amount;
        if (_memory > (long)Limits.OutputCharacters * MemoryFactor)
        {
            throw new TemplateFault(span, "The template makes too many long texts or arrays.");
        }
    }
}
