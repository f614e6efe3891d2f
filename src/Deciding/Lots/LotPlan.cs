using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Deciding.Lots;

/// <summary>What a company can do at a time, from when, and whether its own order counts; until something is said there is none.</summary>
public sealed class LotPlan : ICompanyOwned, IVersioned
{
    /// <summary>Kind of a reference to the order of lots in the ledger.</summary>
    public const string Kind = "lots";

    private LotPlan()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public int DaysAMonth { get; private set; } = LotCapacity.Usual.DaysAMonth;

    public int AtOnce { get; private set; } = LotCapacity.Usual.AtOnce;

    /// <summary>First day of the first month; null for the month after today's.</summary>
    public DateOnly? FirstMonth { get; private set; }

    /// <summary>Whether the places given by hand count; they are kept while they do not.</summary>
    public bool IsByHand { get; private set; }

    public SubjectRef Ref => new(Kind, Id);

    /// <summary>What the company can do at a time.</summary>
    public LotCapacity Capacity => new(DaysAMonth, AtOnce);

    internal static LotPlan Create() => new();

    internal void Allow(LotCapacity capacity, DateOnly? firstMonth) =>
        (DaysAMonth, AtOnce, FirstMonth) = (capacity.DaysAMonth, capacity.AtOnce, firstMonth);

    internal void GoByHand(bool byHand) => IsByHand = byHand;
}

/// <summary>What a company says of one process in the order of its lots.</summary>
public sealed class LotChoice : ICompanyOwned, IVersioned
{
    private LotChoice()
    {
    }

    public Guid ProcessId { get; private init; }

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public LotPart Part { get; private set; }

    /// <summary>Days of work to move it; null for as estimated.</summary>
    public int? Days { get; private set; }

    public LotWhen When { get; private set; }

    /// <summary>First day of the month that <see cref="When"/> is about.</summary>
    public DateOnly? Month { get; private set; }

    /// <summary>Place given by hand, smaller first; null for none.</summary>
    public int? Place { get; private set; }

    internal static LotChoice Create(Guid processId) => new() { ProcessId = processId };

    internal void Say(LotChoiceInput input)
    {
        (Part, Days, When) = (input.Part, input.Days, input.When);
        Month = input.When == LotWhen.Any ? null : LotMonths.Read(input.Month);
    }

    internal void Stand(int place) => Place = place;
}

/// <summary>That the company wants one process moved before another, whatever the links of the map say.</summary>
public sealed class LotRule : ICompanyOwned
{
    /// <summary>Rules of a company that are in force.</summary>
    public const int MaxRules = 1_000;

    private LotRule()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid FirstId { get; private init; }

    public Guid ThenId { get; private init; }

    /// <summary>Taken away; it can be put back.</summary>
    public bool IsRemoved { get; private set; }

    internal static LotRule Create(Guid first, Guid then) => new() { FirstId = first, ThenId = then };

    internal void Remove() => IsRemoved = true;

    internal void Restore() => IsRemoved = false;
}

/// <summary>Whether a process is among those to move.</summary>
public enum LotPart
{
    /// <summary>As its diagnosis and its decision say.</summary>
    AsDecided,

    In,
    Out,
}

/// <summary>What is said about the month in which a process starts.</summary>
public enum LotWhen
{
    Any,
    NotBefore,
    Fixed,
}
