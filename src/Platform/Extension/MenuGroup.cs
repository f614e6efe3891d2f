namespace Pupitre.Platform.Extension;

/// <summary>The words that the menu shows at first sight, in their order. A group is there once something of it is open to the
/// person.</summary>
public enum MenuGroup
{
    /// <summary>What has to be done now.</summary>
    Today,

    /// <summary>Due dates, tasks, legal dates.</summary>
    DueDates,

    /// <summary>Providers, contracts, commitments.</summary>
    Providers,

    /// <summary>Evidence, and documents that are expected.</summary>
    Documents,

    /// <summary>Processes, targets, real flows, decisions.</summary>
    Map,

    /// <summary>Scorecards and figures.</summary>
    Scorecards,

    /// <summary>Guardrails, meetings, controls.</summary>
    Governance,

    /// <summary>At the foot: taking the data along.</summary>
    Data,

    /// <summary>At the foot: programs that data come from.</summary>
    Connections,

    /// <summary>At the foot: what happened.</summary>
    History,

    /// <summary>At the foot: what the company is, and who is in it.</summary>
    Settings,
}
