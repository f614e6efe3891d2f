using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Processes.Inventory;

/// <summary>A piece of administrative work of the company, whoever does it: payroll, supplier invoices, dunning.</summary>
public sealed class Process : ICompanyOwned, IVersioned
{
    /// <summary>Kind of a reference to a process in the ledger and elsewhere.</summary>
    public const string Kind = "process";

    public const int MaxNameLength = 120;
    public const int MaxPurposeLength = 1000;
    public const int MaxMonthlyVolume = 10_000_000;

    private Process()
    {
    }

    public Guid Id { get; private init; }

    public Guid CompanyId { get; private init; }

    public long Version { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The name without accents and in small letters, for the search.</summary>
    public string FoldedName { get; private set; } = "";

    public Domain Domain { get; private set; }

    /// <summary>What the process is for, in the company's words.</summary>
    public string? Purpose { get; private set; }

    /// <summary>Who conducts it inside the company (pilote).</summary>
    public Guid? PilotId { get; private set; }

    public Person? Pilot { get; private init; }

    /// <summary>Who stands in for the pilot (suppléant).</summary>
    public Guid? DeputyId { get; private set; }

    public Person? Deputy { get; private init; }

    /// <summary>How many units a month (payslips, invoices), as the company estimates.</summary>
    public int? MonthlyVolume { get; private set; }

    public Criticality Criticality { get; private set; }

    public Instant? ArchivedAt { get; private set; }

    public bool IsArchived => ArchivedAt is not null;

    public SubjectRef Ref => new(Kind, Id);

    internal static Process Create(Guid id) => new() { Id = id == Guid.Empty ? Guid.CreateVersion7() : id };

    internal void Describe(ProcessInput input)
    {
        Name = input.Name!.Trim();
        FoldedName = Name.Folded();
        Domain = input.Domain;
        Purpose = Blank(input.Purpose);
        MonthlyVolume = input.MonthlyVolume;
        Criticality = input.Criticality;
    }

    internal void LeadBy(Guid? pilot, Guid? deputy) => (PilotId, DeputyId) = (pilot, deputy);

    /// <summary>Puts another person in the place of one; who would stand in for themselves stands in no more.</summary>
    internal void Replace(Guid person, Guid? by)
    {
        var pilot = PilotId == person ? by : PilotId;
        var deputy = DeputyId == person ? by : DeputyId;
        LeadBy(pilot, deputy == pilot ? null : deputy);
    }

    internal void Archive(Instant now) => ArchivedAt ??= now;

    internal void Restore() => ArchivedAt = null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What it costs the company when the process stops.</summary>
public enum Criticality
{
    /// <summary>It can wait for weeks.</summary>
    Low,

    /// <summary>It can wait for days.</summary>
    Normal,

    /// <summary>People, the tax office or customers notice within days.</summary>
    High,

    /// <summary>The company cannot work without it.</summary>
    Vital,
}
