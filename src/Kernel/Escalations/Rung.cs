using System.Runtime.InteropServices;
using NodaTime;

namespace Pupitre.Kernel.Escalations;

/// <summary>The levels of a ladder of notices, the lowest first. Every obligation reaches each of them once at most.</summary>
public enum Rung : byte
{
    /// <summary>Of a case, three quarters of its running time; of a due date, two business days before.</summary>
    Before,

    /// <summary>The due instant.</summary>
    Due,

    /// <summary>One business day after it.</summary>
    AfterOne,

    /// <summary>Five business days after it.</summary>
    AfterFive,
}

/// <summary>When an obligation reaches a level.</summary>
/// <param name="Rung">The level.</param>
/// <param name="At">The instant at which it is reached.</param>
/// <param name="GoesAt">The first instant from then on at which a notice may go: in opening hours, outside quiet ones.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RungMoment(Rung Rung, Instant At, Instant GoesAt);

/// <summary>The levels, in order, and the business days that lie between them.</summary>
public static class Rungs
{
    /// <summary>Business days before a due date at which it is recalled to mind.</summary>
    public const int DaysBefore = 2;

    public static IReadOnlyList<Rung> All { get; } = [Rung.Before, Rung.Due, Rung.AfterOne, Rung.AfterFive];

    /// <summary>Business days after the due instant; zero for what is reached by then.</summary>
    public static int DaysAfter(this Rung rung) => rung switch { Rung.AfterOne => 1, Rung.AfterFive => 5, _ => 0 };
}
