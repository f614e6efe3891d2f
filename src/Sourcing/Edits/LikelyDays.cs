using Pupitre.Kernel;

namespace Pupitre.Sourcing.Edits;

/// <summary>Days that are believed. Beyond them lies "no end" as other programs write it, of which a database that knows infinity would make one, or a slip of the hand.</summary>
public static class LikelyDays
{
    public const int FirstYear = 1800;
    public const int LastYear = 2999;

    public static bool Contains(DateOnly day) => day.Year is >= FirstYear and <= LastYear;

    /// <exception cref="Refused">The day lies outside the years that are believed.</exception>
    public static void Require(DateOnly day, string field)
    {
        if (!Contains(day))
        {
            throw new Refused(Texts.Input_YearUnlikely.With(FirstYear, LastYear), field);
        }
    }
}
