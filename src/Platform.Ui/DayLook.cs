namespace Pupitre.Platform.Ui;

/// <summary>What a day of a calendar is.</summary>
public enum DayKind
{
    Open,
    Closed,
    Holiday,
    Closure,
    Special,
}

/// <summary>A day of a year view, and its words.</summary>
public sealed record DayLook(DayKind Kind, string? Text);
