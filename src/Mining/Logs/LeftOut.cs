namespace Pupitre.Mining;

/// <summary>What an event lacks so that it cannot be used.</summary>
public enum MissingPart
{
    Case,
    Activity,
    Time,
}

/// <summary>
/// How many events were left out, and why; the first of them are listed. An event that lacks several things is counted once, for the first
/// in the order of <see cref="MissingPart"/>.
/// </summary>
public sealed class LeftOut
{
    /// <summary>Events that are listed with their line; the rest is only counted.</summary>
    public const int MostListed = 100;

    private readonly List<LeftOutEvent> _listed = [];
    private readonly List<string> _emptyCaseNames = [];

    public long WithoutCase { get; private set; }

    public long WithoutActivity { get; private set; }

    public long WithoutTime { get; private set; }

    /// <summary>Line of the first one, or null.</summary>
    public long? FirstLine => _listed is [var first, ..] ? first.Line : null;

    public long Total => WithoutCase + WithoutActivity + WithoutTime;

    /// <summary>The first events that were left out, in the file's order: at most <see cref="MostListed"/>.</summary>
    public IReadOnlyList<LeftOutEvent> Listed => _listed;

    /// <summary>Traces without any usable event: no part of <see cref="Total"/>, which counts events.</summary>
    public long EmptyCases { get; private set; }

    /// <summary>Names of the first of them that bear one: at most <see cref="MostListed"/>.</summary>
    public IReadOnlyList<string> EmptyCaseNames => _emptyCaseNames;

    internal void Add(MissingPart missing, long line)
    {
        Count(missing, 1);
        if (_listed.Count < MostListed)
        {
            _listed.Add(new(line, missing));
        }
    }

    internal void AddEmptyCase(string? name)
    {
        EmptyCases++;
        if (name is not null && _emptyCaseNames.Count < MostListed)
        {
            _emptyCaseNames.Add(name);
        }
    }

    /// <summary>Adds what was left out of the next piece of a file, whose line 1 is line <paramref name="linesBefore"/> + 1 of the file.</summary>
    internal void Add(LeftOut next, long linesBefore)
    {
        foreach (var item in next._listed.Take(MostListed - _listed.Count))
        {
            _listed.Add(new(item.Line + linesBefore, item.Missing));
        }

        _emptyCaseNames.AddRange(next._emptyCaseNames.Take(MostListed - _emptyCaseNames.Count));
        EmptyCases += next.EmptyCases;
        Count(MissingPart.Case, next.WithoutCase);
        Count(MissingPart.Activity, next.WithoutActivity);
        Count(MissingPart.Time, next.WithoutTime);
    }

    /// <summary>Counts events that are not listed.</summary>
    internal void Count(MissingPart missing, long events)
    {
        WithoutCase += missing == MissingPart.Case ? events : 0;
        WithoutActivity += missing == MissingPart.Activity ? events : 0;
        WithoutTime += missing == MissingPart.Time ? events : 0;
    }
}

/// <summary>An event that was left out.</summary>
/// <param name="Line">Physical line in the unpacked file, from 1.</param>
/// <param name="Missing">What it lacks.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct LeftOutEvent(long Line, MissingPart Missing);
