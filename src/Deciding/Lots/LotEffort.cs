using System.Runtime.InteropServices;
using Pupitre.Deciding.Diagnosis;

namespace Pupitre.Deciding.Lots;

/// <summary>What the days of moving a process are estimated from.</summary>
public enum LotEffortPart
{
    /// <summary>Deciding, telling everybody, closing: by what is done with the process.</summary>
    Base,

    Steps,
    Rekeyings,
    People,

    /// <summary>What has to be found out first: target, error rate, dependency, steps.</summary>
    Unknowns,
}

/// <summary>Days that one part gives.</summary>
/// <param name="Count">How many of them there are.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LotDays(LotEffortPart Part, int Count, decimal Days);

/// <summary>What the map says about how much there is to move.</summary>
/// <param name="Way">What is done with it.</param>
/// <param name="Unknowns">Of target, error rate, dependency and steps, how many nobody knows.</param>
public sealed record LotSize(VerdictKind Way, int Steps, int Rekeyings, int People, int Unknowns);

/// <summary>
/// Days of work to move a process, by a rule that anybody can follow: 1 to drop it, 2 to put it in order, 4 for whatever else; half a day
/// for each step, a day for each re-keying, half a day for each person who has to do with it, a day for each thing that nobody knows;
/// rounded up. Of what is dropped only the people count.
/// </summary>
/// <param name="Parts">Those that give days, in the order of <see cref="LotEffortPart"/>.</param>
public sealed record LotEffort(IReadOnlyList<LotDays> Parts)
{
    private const decimal DaysAStep = 0.5m;
    private const decimal DaysARekeying = 1m;
    private const decimal DaysAPerson = 0.5m;
    private const decimal DaysAnUnknown = 1m;

    /// <summary>Whole days, from 1.</summary>
    public int Days => Math.Clamp((int)decimal.Ceiling(Parts.Sum(part => part.Days)), 1, LotItem.MaxDays);

    public static LotEffort Of(LotSize size)
    {
        ArgumentNullException.ThrowIfNull(size);
        var isDropped = size.Way == VerdictKind.Drop;
        LotDays[] parts =
        [
            new(LotEffortPart.Base, 1, size.Way switch { VerdictKind.Drop => 1, VerdictKind.FixFirst => 2, _ => 4 }),
            new(LotEffortPart.Steps, size.Steps, isDropped ? 0 : size.Steps * DaysAStep),
            new(LotEffortPart.Rekeyings, size.Rekeyings, isDropped ? 0 : size.Rekeyings * DaysARekeying),
            new(LotEffortPart.People, size.People, size.People * DaysAPerson),
            new(LotEffortPart.Unknowns, size.Unknowns, isDropped ? 0 : size.Unknowns * DaysAnUnknown),
        ];
        return new LotEffort([.. parts.Where(part => part.Days > 0)]);
    }
}
