namespace Pupitre.Sourcing;

/// <summary>
/// A part of the page of a provider or of a contract that another module owns: how what was agreed is kept. The module that owns the data
/// draws it, because neither knows anything of what is measured.
/// </summary>
public interface ISourcingSection
{
    /// <summary>Kind of the thing on whose page it stands, as the history names it.</summary>
    string On { get; }

    /// <summary>A component with a parameter <c>Id</c>, the key of the thing.</summary>
    Type Component { get; }
}
