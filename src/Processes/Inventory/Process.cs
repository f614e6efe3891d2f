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
    public const int MaxVolume = 10_000_000;
    public const int MaxMinutes = 100_000;
    public const int MaxLineLength = 300;
    public const int MaxCostPerHour = 10_000;
    public const int MaxErrorCost = 10_000_000;

    private const int ErrorDecimals = 2;

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

    /// <summary>How many units (payslips, invoices) in each <see cref="VolumePer"/>, as the company estimates.</summary>
    public int? Volume { get; private set; }

    public VolumePer VolumePer { get; private set; }

    /// <summary>The same over a year, by which processes compare whatever they are counted by.</summary>
    public int? YearlyVolume { get; private set; }

    /// <summary>How the volume spreads over the year; null for evenly, or not said.</summary>
    public string? Seasonality { get; private set; }

    /// <summary>Minutes of work for one unit, as a whole: an estimate, for as long as the steps say nothing.</summary>
    public int? MinutesEach { get; private set; }

    public Criticality Criticality { get; private set; }

    /// <summary>What sets it going.</summary>
    public string? Trigger { get; private set; }

    /// <summary>What stands when it is done.</summary>
    public string? Result { get; private set; }

    /// <summary>Who in the company needs the result.</summary>
    public string? CustomerInside { get; private set; }

    /// <summary>By when the law wants it, and which law.</summary>
    public string? LegalDeadline { get; private set; }

    /// <summary>Euros of an hour of this work, charges included.</summary>
    public decimal? CostPerHour { get; private set; }

    /// <summary>Share of units that have to be done again, in percent; null while unknown or not said.</summary>
    public decimal? ErrorPercent { get; private set; }

    /// <summary>Somebody said that nobody knows: not the same as nobody having said.</summary>
    public bool IsErrorPercentUnknown { get; private set; }

    /// <summary>How many cases were looked at to tell <see cref="ErrorPercent"/>; null when it is an estimate.</summary>
    public int? CountedCases { get; private set; }

    /// <summary>How many of them had to be done again.</summary>
    public int? CountedErrors { get; private set; }

    public DateOnly? CountedOn { get; private set; }

    /// <summary>Euros that one error costs; null while unknown or not said.</summary>
    public decimal? ErrorCost { get; private set; }

    public bool IsErrorCostUnknown { get; private set; }

    /// <summary>Which data that need care it handles.</summary>
    public SensitiveData Sensitive { get; private set; }

    public Instant? ArchivedAt { get; private set; }

    public bool IsArchived => ArchivedAt is not null;

    public SubjectRef Ref => new(Kind, Id);

    public static Process Create(Guid id) => new() { Id = id == Guid.Empty ? Guid.CreateVersion7() : id };

    public void Describe(ProcessInput input)
    {
        Name = input.Name!.Trim();
        FoldedName = Name.Folded();
        Domain = input.Domain;
        Purpose = Blank(input.Purpose);
        Criticality = input.Criticality;
        Measure(input);
        (Trigger, Result, CustomerInside, LegalDeadline) = (Blank(input.Trigger), Blank(input.Result), Blank(input.CustomerInside), Blank(input.LegalDeadline));
        Sensitive = input.Sensitive;
    }

    /// <summary>Fills in what nobody has said yet; its name, its domain and all that was said stay.</summary>
    internal void Complete(ProcessInput input)
    {
        Purpose ??= Blank(input.Purpose);
        (Trigger, Result) = (Trigger ?? Blank(input.Trigger), Result ?? Blank(input.Result));
        (CustomerInside, LegalDeadline) = (CustomerInside ?? Blank(input.CustomerInside), LegalDeadline ?? Blank(input.LegalDeadline));
        Sensitive |= input.Sensitive;
        if (Volume is null)
        {
            (Volume, VolumePer) = (input.Volume, input.VolumePer);
            YearlyVolume = input.Volume * input.VolumePer.PerYear();
        }
    }

    /// <summary>Says anew where it belongs, what happens when it stops and which data it handles; all else stays.</summary>
    internal void Sort(Domain domain, Criticality criticality, SensitiveData sensitive) =>
        (Domain, Criticality, Sensitive) = (domain, criticality, sensitive);

    // What counts it: how often, how long, at what cost.
    private void Measure(ProcessInput input)
    {
        (Volume, VolumePer) = (input.Volume, input.VolumePer);
        YearlyVolume = input.Volume * input.VolumePer.PerYear();
        Seasonality = Seasons.Read(input.Seasonality)?.ToString();
        MinutesEach = input.MinutesEach;
        CostPerHour = input.CostPerHour;
        if (input.ErrorPercent != ErrorPercent)
        {
            // Another figure than the one that was counted is an estimate again.
            (CountedCases, CountedErrors, CountedOn) = (null, null, null);
        }

        (ErrorPercent, IsErrorPercentUnknown) = (input.ErrorPercent, input.ErrorPercent is null && input.IsErrorPercentUnknown);
        (ErrorCost, IsErrorCostUnknown) = (input.ErrorCost, input.ErrorCost is null && input.IsErrorCostUnknown);
    }

    /// <summary>Tells the share of errors from cases that were looked at.</summary>
    internal void Count(int cases, int errors, DateOnly day)
    {
        (CountedCases, CountedErrors, CountedOn) = (cases, errors, day);
        ErrorPercent = decimal.Round(100m * errors / cases, ErrorDecimals);
        IsErrorPercentUnknown = false;
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

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ReplaceLineEndings("\n");
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
