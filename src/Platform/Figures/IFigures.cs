using Pupitre.Platform.Access;

namespace Pupitre.Platform.Figures;

/// <summary>
/// Figures of a module, for whoever shows figures of several: each with its unit, what it is of, and where it can be looked into. They are
/// the same that the module's own pages say, from the same computation.
/// </summary>
public interface IFigures
{
    /// <summary>Place among the contributions, the smallest first; tens, so that another can stand between two.</summary>
    int Order { get; }

    /// <summary>What they are about, in the reader's language.</summary>
    string Title { get; }

    /// <summary>Who sees them.</summary>
    Permit Permit { get; }

    /// <summary>The figures as they stand now, by what the module's own page asks: at most five queries, none of what is kept.</summary>
    Task<IReadOnlyList<Figure>> ReadAsync(CancellationToken token);
}

/// <summary>One figure.</summary>
/// <param name="Key">Name for ever, unique in the program: <c>due-dates.kept</c>.</param>
/// <param name="Title">What it says, in the reader's language.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Value">Null when too little is known to say it.</param>
/// <param name="Path">Where one sees what it is made of, below the company's address.</param>
/// <param name="Base">What it is a part of; null when it is a part of nothing.</param>
public sealed record Figure(string Key, string Title, FigureUnit Unit, decimal? Value, string Path, decimal? Base = null);

/// <summary>What a figure counts.</summary>
public enum FigureUnit
{
    /// <summary>Due dates.</summary>
    DueDates,

    /// <summary>Commitments.</summary>
    Commitments,

    /// <summary>Points that are to be mended.</summary>
    Points,
}
