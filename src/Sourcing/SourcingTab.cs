namespace Pupitre.Sourcing;

/// <summary>Lists of the module, in the order of their tabs.</summary>
public enum SourcingTab
{
    Providers,
    Contracts,
    Decisions,
    Clauses,
    Commitments,
}
