using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Processes.Rekeyings;

/// <summary>
/// The same data typed a second time, from one tool into another (ressaisie): work that makes nothing, and errors. The goal is that
/// there are none.
/// </summary>
public sealed class Rekeying : ICompanyOwned, IVersioned
{
    /// <summary>Re-keyings of a company.</summary>
    public const int MaxRekeyings = 1_000;

    public const int MaxFieldsLength = 300;
    public const int MaxFunctionLength = 80;

    /// <summary>Minutes of a month: what a team of seventy works.</summary>
    public const int MaxMinutesAMonth = 600_000;

    private Rekeying()
    {
    }

    public Guid Id { get; private init; }

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    /// <summary>In which process it is done, and at whose cost of an hour.</summary>
    public Guid ProcessId { get; private set; }

    /// <summary>The tool that is read.</summary>
    public Guid FromToolId { get; private set; }

    /// <summary>The tool that is typed into.</summary>
    public Guid ToToolId { get; private set; }

    /// <summary>Which fields are typed again.</summary>
    public string Fields { get; private set; } = "";

    /// <summary>Minutes of a usual month; null for unknown.</summary>
    public int? MinutesAMonth { get; private set; }

    /// <summary>Who does it, by function.</summary>
    public string? Function { get; private set; }

    /// <summary>Who does it, where a person is named.</summary>
    public Guid? PersonId { get; private set; }

    public Automation Automation { get; private set; }

    public static Rekeying Create(Guid id) => new() { Id = id == Guid.Empty ? Guid.CreateVersion7() : id };

    public void Describe(RekeyingInput input, Guid from, Guid to)
    {
        (ProcessId, FromToolId, ToToolId) = (input.ProcessId!.Value, from, to);
        (Fields, MinutesAMonth, Automation) = (input.Fields!.Trim(), input.MinutesAMonth, input.Automation);
        (Function, PersonId) = (string.IsNullOrWhiteSpace(input.Function) ? null : input.Function.Trim(), input.PersonId);
    }

    internal void Between(Guid from, Guid to) => (FromToolId, ToToolId) = (from, to);

    internal void DoneBy(Guid? person) => PersonId = person;
}

/// <summary>Whether a program could do what is typed again.</summary>
public enum Automation
{
    /// <summary>Nobody has said yet.</summary>
    Unsaid,

    /// <summary>It can become an automation.</summary>
    Possible,

    /// <summary>Somebody looked, and it cannot.</summary>
    Impossible,
}
