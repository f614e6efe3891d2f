namespace Pupitre.Sourcing.Contracts;

/// <summary>
/// A part of a contract's page that another module owns: how it is kept. The module that owns the data draws it, because contracts
/// know nothing of what is measured.
/// </summary>
public interface IContractSection
{
    /// <summary>A component with a parameter <c>ContractId</c>.</summary>
    Type Component { get; }
}
