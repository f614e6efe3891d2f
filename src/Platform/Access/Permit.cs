namespace Pupitre.Platform.Access;

/// <summary>What a person may do in a company. Every page and route names exactly one; <see cref="Roles"/> says who holds which.</summary>
public enum Permit
{
    /// <summary>See the inventory of processes.</summary>
    ReadProcesses,

    /// <summary>Create, edit and archive processes.</summary>
    EditProcesses,

    /// <summary>See providers, contracts, calendars and commitments.</summary>
    ReadSourcing,

    /// <summary>Create and edit providers, contracts, calendars and commitments.</summary>
    EditSourcing,

    /// <summary>See due dates, figures, cases and the evidence behind them.</summary>
    ReadService,

    /// <summary>Drop files, import tables, type events, sort what waits in the tray.</summary>
    AddEvidence,

    /// <summary>Withdraw an import, correct who attests, correct whose delay it is.</summary>
    CorrectEvidence,

    /// <summary>Say what counts as the company's own trace: its mail servers, its domains.</summary>
    SetEvidenceRules,

    /// <summary>See the people of the company and of its providers, and what rests on them.</summary>
    ReadPeople,

    /// <summary>Add people, say when they are away, make one of two rows, remove one.</summary>
    EditPeople,

    /// <summary>See what a provider's people see of what was agreed with their firm.</summary>
    SeeSide,

    /// <summary>Contest and answer as one of a provider's people.</summary>
    ActForSide,

    /// <summary>Read the history.</summary>
    ReadLedger,

    /// <summary>Describe the company, invite people, remove a sample company.</summary>
    AdministerCompany,
}
