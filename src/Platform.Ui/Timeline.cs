namespace Pupitre.Platform.Ui;

/// <summary>A stretch of time in a <c>TimelinePlot</c>, in thousandths of the drawing's width.</summary>
/// <param name="Label">Written inside when there is room, and always in the text below.</param>
public sealed record TimelineBand(double From, double To, TimelineBandKind Kind, string? Label = null);

/// <summary>The drawings of a stretch. They differ in black and white.</summary>
public enum TimelineBandKind
{
    /// <summary>Shaded: closed hours, in which nothing runs.</summary>
    Closed,

    /// <summary>Solid: the clock runs.</summary>
    Running,

    /// <summary>Dotted: the clock runs, as typed in by the company alone.</summary>
    RunningByCompany,

    /// <summary>Hatched: the clock runs, on the provider's word alone.</summary>
    RunningAsDeclared,

    /// <summary>Outlined: the clock waits, and somebody besides the provider attests it.</summary>
    Paused,

    /// <summary>Thinly hatched, its outline dashed: the clock waits, on the provider's word alone.</summary>
    PausedAsDeclared,
}

/// <summary>A moment in a <c>TimelinePlot</c>: an event on the track, or a due instant as a rule across it.</summary>
/// <param name="Until">Of an event known by its day: where that day ends. It lies somewhere between.</param>
public sealed record TimelineMark(double At, string Label, bool IsRule, double? Until = null);

/// <summary>A day, an hour or a month written above the track.</summary>
public sealed record TimelineTick(double At, string Label);
