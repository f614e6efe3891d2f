namespace Pupitre.Processes.Inventory;

/// <summary>
/// A part of a process's page that another module owns: who does it, under which contract. The module that owns the data draws it,
/// because processes know nobody.
/// </summary>
public interface IProcessSection
{
    /// <summary>A component with a parameter <c>ProcessId</c>.</summary>
    Type Component { get; }

    /// <summary>Place on the page, the smallest first; those of one place stand as they were registered.</summary>
    int Order => 50;
}
