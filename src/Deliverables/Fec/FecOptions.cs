using Pupitre.Kernel.Time;

namespace Pupitre.Deliverables.Fec;

/// <summary>What is known beside the file. Everything may be left out; a control that wants what is missing says so.</summary>
public sealed record FecOptions
{
    /// <summary>SIREN of the company: nine digits.</summary>
    public string? Siren { get; init; }

    /// <summary>First day of the fiscal year.</summary>
    public DateOnly? Opening { get; init; }

    /// <summary>Last day of the fiscal year; else that of the file's name.</summary>
    public DateOnly? Closing { get; init; }

    /// <summary>Day of reception, for an interim file: what is missing is counted up to it. Else up to the last entry.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Last day to file the accounts; else the legal one of the closing (CGI art. 175 and 223, with the fifteen days left to those who file online).</summary>
    public DateOnly? FilingDeadline { get; init; }

    /// <summary>The five figures of the filed accounts, typed in by the owner.</summary>
    public AccountsFigures? Filed { get; init; }

    /// <summary>Whose holidays count.</summary>
    public HolidayZone Zone { get; init; } = HolidayZone.Metropole;

    /// <summary>The thresholds of the controls.</summary>
    public FecThresholds Thresholds { get; init; } = new();
}
